import { slipSeconds } from '@parvandeh/contract'
import type { BodyOf, ChequeState, contract } from '@parvandeh/contract'
import { addDays, foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { recountAccounts } from '../accounts/account.queries.ts'
import { accountLine, announceAccount } from '../ledger/account-line.ts'
import { effectOf, nextStates } from '../ledger/entry.rules.ts'
import { insertChequeEvents, readChequeEvents, readCheques, removeChequeEvent, updateCheque, updateEntry } from '../ledger/entry.queries.ts'
import type { EntryKey } from '../ledger/entry.queries.ts'
import { holdEntry } from '../ledger/hold-entry.ts'
import { presentWithAccount } from '../ledger/present-entry.ts'
import { refuseField } from '../refuse-field.ts'
import { todayOf } from '../today.ts'

/** Says what became of a cheque. One that bounces, or is given back, pays no longer: the debt is there again. */
export async function moveCheque(context: Context, key: EntryKey, said: BodyOf<typeof contract.cheques.move>) {
  const held = await holdCheque(context, key, said.version)
  const { entry } = held
  if (!nextStates(held.state).includes(said.state)) throw new AppError('cheque-cannot-move')
  const today = await todayOf(context)
  if (said.day > addDays(today, 1)) throw refuseField(context, 'day', 'too-late')
  if (said.day < entry.day) throw refuseField(context, 'day', 'too-early')
  const note = foldForStorage(said.note)
  await insertChequeEvents(context, [
    {
      customer_id: entry.customer_id,
      id: newId(context.now),
      cheque_id: entry.id,
      state: said.state,
      day: said.day,
      note,
      at: context.now,
      person_id: context.actor.personId,
    },
  ])
  return settle(context, held, { state: said.state, day: said.day, note })
}

/** Takes back what one said of a cheque a moment ago. */
export async function undoMove(context: Context, key: EntryKey, { version }: BodyOf<typeof contract.cheques.undo>) {
  const held = await holdCheque(context, key, version)
  const { customerId } = held.account
  const [last, previous] = (await readChequeEvents(context, { ...key, customerId })).toReversed()
  if (!last || !previous || last.person_id !== context.actor.personId) throw new AppError('nothing-to-undo')
  if (context.now.getTime() - last.at.getTime() > slipSeconds * 1000) throw new AppError('undo-too-late')
  await removeChequeEvent(context, customerId, last.id)
  return settle(context, held, { state: previous.state, day: previous.day, note: '' })
}

async function holdCheque(context: Context, key: EntryKey, version: number) {
  const held = await holdEntry(context, key, version)
  const cheque = (await readCheques(context, [held.entry.customer_id], [key.entryId])).get(key.entryId)
  if (!cheque) throw new AppError('not-found')
  return { ...held, state: cheque.state }
}

async function settle(
  context: Context,
  { file, account, entry, state: from }: Awaited<ReturnType<typeof holdCheque>>,
  { state, day, note }: { state: ChequeState; day: string; note: string },
) {
  const { customer_id: customerId, id: entryId, amount } = entry
  await updateCheque(context, { customerId, entryId }, { state, state_day: day })
  const moved = await updateEntry(context, entry, { effect: effectOf({ kind: 'cheque', amount, chequeState: state }) })
  await recountAccounts(context, [customerId], await todayOf(context))
  await writeAudit(context, {
    action: 'ledger.cheque-moved',
    subjectType: 'ledger-entry',
    subjectId: entryId,
    customerId,
    before: { state: from },
    after: { state, day, note },
  })
  const { personId } = context.actor
  const facts = { state, note }
  const line = accountLine(entry, account, { lineId: newId(context.now), kind: 'finance.cheque-moved', at: context.now, personId, facts })
  await announceAccount(context, account, { entryId, change: 'cheque-moved', timeline: [line] })
  return presentWithAccount(context, file, moved)
}
