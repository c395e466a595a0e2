import type { AnswerOf, EntryInput, contract } from '@parvandeh/contract'
import { instantOfLocal } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { holdAccounts, recountAccounts } from '../accounts/account.queries.ts'
import type { AccountFile } from '../accounts/account.queries.ts'
import { refuseField } from '../refuse-field.ts'
import { requireWritableAccounts } from '../sales.access.ts'
import { todayOf } from '../today.ts'
import { accountLine, announceAccount } from './account-line.ts'
import { draftEntry } from './draft-entry.ts'
import type { DraftEntry } from './draft-entry.ts'
import { numberKey } from './entry.rules.ts'
import { claimNumbers, insertChequeEvents, insertCheques, insertEntries, insertLines, takeNumber } from './entry.queries.ts'
import type { EntryRow } from './entry.queries.ts'
import { presentWithAccount } from './present-entry.ts'

type Answer = AnswerOf<typeof contract.ledger.add>

/** Enters an invoice, a receipt, a cheque or another voucher in a file's ledger; the account follows in the same transaction. */
export async function addEntry(context: Context, askedId: string, input: EntryInput): Promise<Answer> {
  const file = await requireWritableAccounts(context, askedId)
  const { customerId } = file
  const draft = await draftEntry(context, file, input)
  await holdAccounts(context, [file])
  const entry = await numbered(context, draft.entry)
  await claimSayad(context, draft)
  await insertEntries(context, [entry])
  await insertLines(context, draft.lines)
  await insertCheque(context, draft, file)
  await recountAccounts(context, [customerId], await todayOf(context))
  await tell(context, entry, file)
  return presentWithAccount(context, file, entry)
}

/** The entry under its number, which no other of its kind has. */
async function numbered(context: Context, entry: EntryRow): Promise<EntryRow> {
  const claim = (number: string) => ({ kind: entry.kind, value: numberKey(number), customerId: entry.customer_id, entryId: entry.id })
  if (entry.number !== '') {
    const won = await claimNumbers(context, [claim(entry.number)])
    if (won.size === 0) throw refuseField(context, 'number', 'number-taken')
    return entry
  }
  // Somebody may have typed the very number that comes next.
  for (;;) {
    const number = await takeNumber(context)
    if ((await claimNumbers(context, [claim(number)])).size > 0) return { ...entry, number }
  }
}

async function claimSayad(context: Context, { entry, cheque }: DraftEntry): Promise<void> {
  if (!cheque?.sayad_id) return
  const claim = { kind: 'sayad', value: cheque.sayad_id, customerId: entry.customer_id, entryId: entry.id }
  if ((await claimNumbers(context, [claim])).size === 0) throw refuseField(context, 'sayadId', 'sayad-taken')
}

async function insertCheque(context: Context, { cheque }: DraftEntry, { unitId, ownerId }: AccountFile): Promise<void> {
  if (!cheque) return
  await insertCheques(context, [{ ...cheque, unit_id: unitId, owner_id: ownerId }])
  const { customer_id, id: cheque_id, state, state_day: day } = cheque
  await insertChequeEvents(context, [
    { customer_id, id: newId(context.now), cheque_id, state, day, note: '', at: context.now, person_id: context.actor.personId },
  ])
}

async function tell(context: Context, entry: EntryRow, file: AccountFile): Promise<void> {
  const { id, customer_id: customerId, kind, number, day, due_day: dueDay, amount, method } = entry
  await writeAudit(context, {
    action: 'ledger.entered',
    subjectType: 'ledger-entry',
    subjectId: id,
    customerId,
    after: { kind, number, day, dueDay, amount, method },
  })
  const at = day === (await todayOf(context)) ? context.now : instantOfLocal(day, '12:00', 'Asia/Tehran')
  const line = accountLine(entry, file, { lineId: id, kind: 'finance.entered', at, personId: context.actor.personId })
  await announceAccount(context, file, { entryId: id, change: 'entered', timeline: [line] })
}
