import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { addressOf } from '../sign-in/open-auth.ts'
import type { Auth } from '../sign-in/open-auth.ts'
import { requireGoodPassword } from '../sign-in/password.rules.ts'
import { deleteSessions, forgetDevices } from '../sign-in/sessions.queries.ts'
import { revokeTokensOf } from '../tokens/tokens.queries.ts'
import { addUser } from './add-person.ts'
import { countHolders, findPerson, setPasswordDue, setRoles, setUser, updatePerson, waitForTurnToManage } from './people.queries.ts'
import type { Person } from './people.queries.ts'

interface Change {
  name: string
  username: string | null
  email: string | null
  unitId: string | null
  roleIds: string[]
  active: boolean
  version: number
}

/** The person, or the same refusal as for nobody. */
export async function requirePerson(context: Context, personId: string): Promise<Person & { userId: string | null }> {
  const person = await findPerson(context, personId)
  if (!person) throw new AppError('not-found')
  return person
}

/** Changes a colleague's place, roles or state. At least one administrator who can sign in must remain. */
export async function changePerson(context: Context, personId: string, change: Change): Promise<Person> {
  const before = await requirePerson(context, personId)
  if (!(await updatePerson(context, { id: personId, ...change }))) throw new AppError('changed-meanwhile')
  await setRoles(context, personId, change.roleIds)
  await requireAdministrator(context)
  if (before.active && !change.active) await endAccess(context, before)
  await writeAudit(context, { action: 'person.changed', subjectType: 'person', subjectId: personId, before, after: change })
  await context.publish('identity.access-changed', { personId })
  return requirePerson(context, personId)
}

/** Refuses a change after which nobody could manage people. Of two who shut each other out at once, one is too late. */
export async function requireAdministrator(context: Context): Promise<void> {
  await waitForTurnToManage(context)
  if ((await countHolders(context, 'identity.manage')) === 0) throw new AppError('last-administrator')
}

/**
 * Gives a colleague a new password, and with it a way to sign in. It holds until they sign in and set their own;
 * sessions and tokens of before end.
 */
export async function setPassword(context: Context, auth: Auth, personId: string, password: string): Promise<void> {
  const person = await requirePerson(context, personId)
  requireGoodPassword(password)
  if (person.userId === null) await setUser(context, personId, await addUser(auth, personId, person.name, password))
  else await replacePassword(auth, personId, password)
  await setPasswordDue(context, personId, true)
  const ended = await endAccess(context, person)
  await writeAudit(context, { action: 'password.set', subjectType: 'person', subjectId: personId, after: ended })
  await context.publish('identity.access-changed', { personId })
}

async function replacePassword(auth: Auth, personId: string, password: string): Promise<void> {
  const { internalAdapter, password: hasher } = await auth.$context
  const found = await internalAdapter.findUserByEmail(addressOf(personId))
  if (!found) throw new AppError('not-found')
  await internalAdapter.updatePassword(found.user.id, await hasher.hash(password))
}

/** Ends every way in that is open: sessions, remembered browsers, access tokens. */
async function endAccess(context: Context, person: { id: string; userId: string | null }) {
  const tokensEnded = await revokeTokensOf(context, person.id)
  if (person.userId === null) return { sessionsEnded: 0, tokensEnded }
  const sessionsEnded = await deleteSessions(context, person.userId)
  await forgetDevices(context, person.userId)
  return { sessionsEnded, tokensEnded }
}
