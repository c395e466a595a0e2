import type { BodyOf, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { recountAccounts } from '../accounts/account.queries.ts'
import { readPlan, writePlan } from '../instalments/instalment.queries.ts'
import { refuseField } from '../refuse-field.ts'
import { todayOf } from '../today.ts'
import { accountLine, announceAccount } from './account-line.ts'
import { freeNumbers, updateCheque, updateEntry } from './entry.queries.ts'
import type { EntryKey } from './entry.queries.ts'
import { holdEntry } from './hold-entry.ts'
import { isSlip, presentWithAccount } from './present-entry.ts'

/** Makes an entry count for nothing, with the reason; it stays in the ledger, and keeps its number. */
export async function voidEntry(context: Context, key: EntryKey, { reason, version }: BodyOf<typeof contract.ledger.void>) {
  const held = await holdEntry(context, key, version)
  return annul(context, held, { reason: foldForStorage(reason), change: 'voided' })
}

/** Takes back what one entered a moment ago: its number is free again. */
export async function undoEntry(context: Context, key: EntryKey, { version }: BodyOf<typeof contract.ledger.undo>) {
  const held = await holdEntry(context, key, version)
  if (!isSlip(context, held.entry)) throw new AppError('undo-too-late')
  await freeNumbers(context, { ...key, customerId: held.account.customerId })
  return annul(context, held, { reason: '', change: 'taken-back' })
}

async function annul(
  context: Context,
  { file, account, entry }: Awaited<ReturnType<typeof holdEntry>>,
  said: { reason: string; change: string },
) {
  const { customer_id: customerId, id, kind, number, amount } = entry
  const key = { customerId, entryId: id }
  const plan = await readPlan(context, key, file.fileIds)
  if (plan.some(({ paid }) => paid > 0)) throw refuseField(context, 'reason', 'instalments-paid')
  if (plan.length > 0) await writePlan(context, key, [])
  const voided = await updateEntry(context, entry, {
    effect: 0,
    voided_at: context.now,
    voided_by: context.actor.personId,
    void_reason: said.reason,
  })
  if (kind === 'cheque') await updateCheque(context, key, { voided: true })
  await recountAccounts(context, [customerId], await todayOf(context))
  await writeAudit(context, {
    action: `ledger.${said.change}`,
    subjectType: 'ledger-entry',
    subjectId: id,
    customerId,
    before: { kind, number, amount },
    after: { reason: said.reason },
  })
  const line = accountLine(entry, account, {
    lineId: newId(context.now),
    kind: 'finance.voided',
    at: context.now,
    personId: context.actor.personId,
    facts: { reason: said.reason },
  })
  await announceAccount(context, account, { entryId: id, change: said.change, timeline: [line] })
  return presentWithAccount(context, file, voided)
}
