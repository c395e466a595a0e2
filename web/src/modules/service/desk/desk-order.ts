import { priorities } from '@parvandeh/contract'
import type { RequestRow } from '../request.types.ts'

/** Smaller comes first: what waits for others last, then the more pressing, then the unanswered. */
const rank = ({ status, priority, firstResponseAt }: RequestRow): readonly number[] => [
  status === 'waiting' ? 1 : 0,
  -priorities.indexOf(priority),
  firstResponseAt === null ? 0 : 1,
]

/** The order in which work matters: the most pressing first, of these the unanswered, of these whoever has waited longest. */
export function deskOrder(rows: readonly RequestRow[]): RequestRow[] {
  return rows.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    const at = left.findIndex((value, index) => value !== right[index])
    return at === -1 ? Date.parse(a.reportedAt) - Date.parse(b.reportedAt) : (left[at] ?? 0) - (right[at] ?? 0)
  })
}
