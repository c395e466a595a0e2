import type { sessionView } from '@parvandeh/contract'
import type { z } from 'zod'
import type { Actor, Context } from '../../../platform/context.ts'
import { builtInRoles } from '../organisation/built-in-roles.ts'
import { organisationOf } from '../organisation/organisation.queries.ts'
import { findSignedInPerson } from '../people/signed-in.queries.ts'

type SessionView = z.input<typeof sessionView>

/** Accounts of the demo: known to all, and there only when the organisation is a demo. */
export const demoAccounts: SessionView['tryAccounts'] = [
  { username: 'modir', password: 'namayesh-1405', name: 'آناهیتا سپیدرودی', role: builtInRoles.administrator.name },
  { username: 'sarparast', password: 'namayesh-1405', name: 'منوچهر دادگسترنیا', role: builtInRoles.manager.name },
  { username: 'karshenas', password: 'namayesh-1405', name: 'نیلوفر گل‌اندام', role: builtInRoles.operator.name },
]

/** What the web needs to know before its first screen, for whoever asks. */
export async function showSession(context: Context, actor: Actor = context.actor): Promise<SessionView> {
  const organisation = await organisationOf(context)
  const person = actor.personId === null ? undefined : await findSignedInPerson(context, actor.personId)
  return {
    setUp: organisation !== undefined,
    demo: organisation?.demo ?? false,
    organisation: organisation ? { name: organisation.name, zone: organisation.zone, currency: organisation.currency } : null,
    person: person ?? null,
    permissions: person ? { ...actor.grants } : {},
    fieldClasses: person ? [...actor.fieldClasses] : [],
    due: actor.due ?? null,
    tryAccounts: organisation?.demo ? demoAccounts : [],
  }
}
