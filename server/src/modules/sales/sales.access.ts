import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/failure.ts'
import { requireVisibleCustomer } from '../customers/index.ts'
import { mayReach, requireReach } from '../identity/index.ts'

/** All that this module keeps is financial: who may not read that class is told so, whatever is there. */
export function requireFinancialReader({ actor }: Pick<Context, 'actor'>): void {
  if (!actor.fieldClasses.has('financial')) throw new AppError('not-permitted')
}

/** The file whose accounts the actor may read: it must be in reach itself, and under the permission over accounts. */
export async function requireAccountsOf(context: Context, customerId: string) {
  requireFinancialReader(context)
  const file = await requireVisibleCustomer(context, customerId)
  requireReach(context.actor, 'sales.read', file)
  return file
}

/** The same for writing: whoever sees the accounts and may not change them is told so. */
export async function requireWritableAccounts(context: Context, customerId: string) {
  const file = await requireAccountsOf(context, customerId)
  if (!mayReach(context.actor, 'sales.write', file)) throw new AppError('not-permitted')
  return file
}
