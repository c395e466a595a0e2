import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { requireAccountsOf } from '../sales.access.ts'
import { presentAccount } from './present-account.ts'

/** What a customer owes. That it was read is put on record, without the sums. */
export async function showAccount(context: Context, customerId: string) {
  const file = await requireAccountsOf(context, customerId)
  const account = await presentAccount(context, file)
  if (account.version > 0 || account.entries > 0)
    await putReadingOnRecord(context, file.customerId, ['balance', 'creditLimit', 'overdue', 'lastPurchase'])
  return account
}

/** Whoever reads what is financial leaves a trace: which fields, and not what they held. */
export async function putReadingOnRecord(context: Context, customerId: string, fields: readonly string[]): Promise<void> {
  await writeAudit(context, { action: 'field.read', subjectType: 'account', subjectId: customerId, customerId, after: { fields } })
}
