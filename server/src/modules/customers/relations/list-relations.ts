import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { relationsClass } from './relations.rules.ts'
import { readRelations } from './relations.queries.ts'

type Listed = AnswerOf<typeof contract.relations.list>
const mostShown = 200

/** The relations of a file to files that the actor may see. */
export async function listRelations(context: Context, customerId: string): Promise<Listed> {
  return presentRelations(context, await requireVisibleCustomer(context, customerId))
}

/** The same for a file in hand, after a change. */
export async function presentRelations(
  context: Context,
  file: { customerId: string; unitId: string | null; ownerId: string | null },
): Promise<Listed> {
  const reads = context.actor.fieldClasses.has(relationsClass)
  const rows = reads ? await readRelations(context, [file.customerId], mostShown + 1) : []
  return {
    relations: rows.slice(0, mostShown).map(({ otherId, code, displayName, kind, customerId: _, ...relation }) => ({
      ...relation,
      other: { customerId: otherId, code, displayName, kind },
    })),
    more: rows.length > mostShown,
    can: { edit: reads && mayReach(context.actor, 'customers.write', file) },
  }
}
