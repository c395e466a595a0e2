import { slipSeconds } from '@parvandeh/contract'
import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import type { AccountFile } from '../accounts/account.queries.ts'
import { presentAccount } from '../accounts/present-account.ts'
import type { ReadFile } from '../accounts/present-account.ts'
import { nextStates } from './entry.rules.ts'
import { readCheques } from './entry.queries.ts'
import type { ChequeRow, EntryRow } from './entry.queries.ts'

type Presented = AnswerOf<typeof contract.ledger.show>['entry']

/** An entry as it is shown; `file` tells what its reader may do to it. */
export function presentEntry(context: Context, file: AccountFile, entry: EntryRow, cheque: ChequeRow | undefined): Presented {
  const writes = mayReach(context.actor, 'sales.write', file)
  const stands = entry.voided_at === null
  return {
    id: entry.id,
    customerId: entry.customer_id,
    kind: entry.kind,
    number: entry.number,
    day: entry.day,
    dueDay: entry.due_day,
    description: entry.description,
    amount: entry.amount,
    effect: entry.effect,
    method: entry.method,
    reference: entry.reference,
    cheque: cheque ? presentCheque(cheque) : null,
    instalmentId: entry.instalment_id,
    voided: entry.voided_at && { at: entry.voided_at.toISOString(), by: entry.voided_by, reason: entry.void_reason ?? '' },
    source: entry.source,
    recordedAt: entry.recorded_at.toISOString(),
    recordedBy: entry.recorded_by,
    version: entry.version,
    can: {
      void: writes && stands,
      undo: writes && stands && isSlip(context, entry),
      moveCheque: writes && stands && cheque !== undefined && nextStates(cheque.state).length > 0,
    },
  }
}

export const presentCheque = ({ serial, sayad_id, bank, branch, holder, state, state_day }: ChequeRow) => ({
  serial,
  sayadId: sayad_id,
  bank,
  branch,
  holder,
  state,
  stateDay: state_day,
  next: [...nextStates(state)],
})

/** Whether the reader entered it a moment ago, and nothing was done to it since. */
export const isSlip = ({ actor, now }: Context, entry: EntryRow): boolean =>
  actor.personId !== null &&
  entry.recorded_by === actor.personId &&
  entry.version === 1 &&
  entry.source !== 'import' &&
  now.getTime() - entry.recorded_at.getTime() <= slipSeconds * 1000

/** The entry after a change, with what its account comes to now. */
export async function presentWithAccount(context: Context, file: ReadFile, entry: EntryRow): Promise<AnswerOf<typeof contract.ledger.add>> {
  const cheques = entry.kind === 'cheque' ? await readCheques(context, [entry.customer_id], [entry.id]) : new Map<string, ChequeRow>()
  return {
    entry: presentEntry(context, file, entry, cheques.get(entry.id)),
    account: await presentAccount(context, file),
  }
}
