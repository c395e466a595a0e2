import type { TimelineLine } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { AccountFile } from '../accounts/account.queries.ts'
import type { EntryRow } from './entry.queries.ts'

type Facts = TimelineLine['facts']

/** A line about money: it belongs to the file itself, and so goes wherever the file goes. */
export function accountLine(
  entry: Pick<EntryRow, 'id' | 'kind' | 'number' | 'amount' | 'day' | 'due_day' | 'recorded_by'>,
  file: AccountFile,
  said: { lineId: string; kind: string; at: Date; personId: string | null; facts?: Facts },
): TimelineLine {
  return {
    lineId: said.lineId,
    customerId: file.customerId,
    at: said.at.toISOString(),
    kind: said.kind,
    personId: said.personId,
    permission: 'sales.read',
    unitId: file.unitId,
    ownerId: file.ownerId,
    accessClass: 'financial',
    subjectType: 'customer',
    subjectId: file.customerId,
    facts: {
      entryId: entry.id,
      entry: entry.kind,
      number: entry.number,
      amount: entry.amount,
      day: entry.day,
      dueDay: entry.due_day,
      ...said.facts,
    },
  }
}

/** Says what happened in a file's ledger, with the line that it leaves on the timeline. */
export async function announceAccount(
  context: Context,
  file: AccountFile,
  told: { entryId: string | null; change: string; timeline: TimelineLine[] },
): Promise<void> {
  const { customerId, unitId, ownerId, version } = file
  await context.publish('sales.account-changed', { customerId, id: customerId, version, unitId, ownerId, ...told })
}
