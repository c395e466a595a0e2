import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { recountAccounts } from '../accounts/account.queries.ts'
import { announceAccount } from '../ledger/account-line.ts'
import { updateEntry } from '../ledger/entry.queries.ts'
import type { EntryKey } from '../ledger/entry.queries.ts'
import { holdEntry } from '../ledger/hold-entry.ts'
import { presentWithAccount } from '../ledger/present-entry.ts'
import { refuseField } from '../refuse-field.ts'
import { todayOf } from '../today.ts'
import { readPlan, writePlan } from './instalment.queries.ts'

/**
 * Divides an invoice into instalments, in the place of the plan before. What they leave of the invoice falls due with
 * it. Once something was received for one of them the plan stands.
 */
export async function planInstalments(
  context: Context,
  asked: EntryKey,
  { instalments, version }: BodyOf<typeof contract.ledger.planInstalments>,
) {
  const { file, account, entry } = await holdEntry(context, asked, version)
  const key = { customerId: account.customerId, entryId: entry.id }
  if (entry.kind !== 'invoice') throw refuseField(context, 'instalments', 'not-an-invoice')
  if (instalments.reduce((sum, { amount }) => sum + amount, 0) > entry.amount)
    throw refuseField(context, 'instalments', 'more-than-invoice')
  const early = instalments.findIndex(({ dueDay }) => dueDay < entry.day)
  if (early !== -1) throw refuseField(context, `instalments.${early}.dueDay`, 'due-before-day')
  const before = await readPlan(context, key, file.fileIds)
  if (before.some(({ paid }) => paid > 0)) throw refuseField(context, 'instalments', 'instalments-paid')
  await writePlan(
    context,
    key,
    instalments.map(({ dueDay, amount }) => ({
      customer_id: key.customerId,
      id: newId(context.now),
      entry_id: key.entryId,
      due_day: dueDay,
      amount,
    })),
  )
  const planned = await updateEntry(context, entry, {})
  await recountAccounts(context, [key.customerId], await todayOf(context))
  await writeAudit(context, {
    action: 'ledger.instalments-planned',
    subjectType: 'ledger-entry',
    subjectId: key.entryId,
    customerId: key.customerId,
    before: { instalments: before.map(({ due_day: dueDay, amount }) => ({ dueDay, amount })) },
    after: { instalments },
  })
  await announceAccount(context, account, { entryId: key.entryId, change: 'planned', timeline: [] })
  return presentWithAccount(context, file, planned)
}
