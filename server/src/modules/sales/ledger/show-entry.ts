import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { putReadingOnRecord } from '../accounts/show-account.ts'
import { readPlan } from '../instalments/instalment.queries.ts'
import { requireAccountsOf } from '../sales.access.ts'
import { readChequeEvents, readCheques, readEntry, readLines } from './entry.queries.ts'
import type { EntryKey } from './entry.queries.ts'
import { presentEntry } from './present-entry.ts'

/** An entry with all its parts. */
export async function showEntry(context: Context, asked: EntryKey): Promise<AnswerOf<typeof contract.ledger.show>> {
  const file = await requireAccountsOf(context, asked.customerId)
  const entry = await readEntry(context, file.fileIds, asked.entryId)
  if (!entry) throw new AppError('not-found')
  const key = { customerId: entry.customer_id, entryId: entry.id }
  await putReadingOnRecord(context, file.customerId, ['ledger-entry'])
  const [lines, plan, events] = [
    await readLines(context, key),
    await readPlan(context, key, file.fileIds),
    await readChequeEvents(context, key),
  ]
  const cheques = await readCheques(context, [key.customerId], entry.kind === 'cheque' ? [entry.id] : [])
  return {
    entry: presentEntry(context, file, entry, cheques.get(entry.id)),
    lines: lines.map((line) => ({
      id: line.id,
      productId: line.product_id,
      title: line.title,
      quantity: line.quantity,
      unitPrice: line.unit_price,
      discount: line.discount,
      tax: line.tax,
      total: line.total,
    })),
    instalments: plan.map(({ id, due_day: dueDay, amount, paid }) => ({ id, dueDay, amount, paid })),
    chequeStory: events.map(({ state, day, at, person_id: personId, note }) => ({ state, day, at: at.toISOString(), personId, note })),
  }
}
