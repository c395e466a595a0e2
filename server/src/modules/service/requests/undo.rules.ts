import { undoWindowSeconds } from '@parvandeh/contract'
import type { RequestEventKind } from '../facts/facts.types.ts'
import type { StoredRequestEvent } from './event.queries.ts'

/** What a person can take back: acts inside the house. What reached the customer has been said. */
const undoable: readonly RequestEventKind[] = [
  'taken',
  'assigned',
  'referred',
  'returned',
  'waiting',
  'resumed',
  'resolved',
  'reopened',
  'closed',
]

/** The last of the events in order, if it can be taken back by this person now. */
export function lastUndoable(events: readonly StoredRequestEvent[], personId: string | null, now: Date): StoredRequestEvent | undefined {
  const last = events.at(-1)
  if (!last || personId === null || last.personId !== personId || last.importKey !== null || !undoable.includes(last.kind)) return undefined
  return now.getTime() - last.at.getTime() < undoWindowSeconds * 1000 ? last : undefined
}
