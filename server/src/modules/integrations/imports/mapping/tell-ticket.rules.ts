import { dateOf } from './story.types.ts'
import type { StagedRow, StoryEvent } from './story.types.ts'

/**
 * A table with a row for each request. Keys are made of what happened and when, so that a later export of the same
 * table adds to a request what has happened since. Of several rows of a request, each tells its own.
 */
export function tellTicket(rows: readonly StagedRow[]): StoryEvent[] {
  const byKey = new Map(rows.flatMap(tellRow).map((event) => [event.key, event]))
  return [...byKey.values()]
}

function tellRow({ cells }: StagedRow): StoryEvent[] {
  const { employee, unit, outcome } = cells
  const label = null
  const reportedAt = dateOf(cells.reportedAt)
  const registeredAt = dateOf(cells.registeredAt) ?? reportedAt
  if (registeredAt === undefined) return []
  const events: StoryEvent[] = [
    { key: 'registered', kind: 'registered', at: registeredAt, reportedAt, toUnit: unit, toEmployee: employee, label },
  ]
  const answeredAt = dateOf(cells.firstResponseAt)
  if (answeredAt) events.push({ key: 'first-response', kind: 'answered', at: answeredAt, employee, unit, label })
  const resolvedAt = dateOf(cells.resolvedAt)
  if (resolvedAt)
    events.push({
      key: `resolved:${resolvedAt.toISOString()}`,
      kind: 'resolved',
      at: resolvedAt,
      employee: cells.resolvedBy ?? employee,
      unit,
      outcome,
      label,
    })
  const closedAt = dateOf(cells.closedAt)
  if (closedAt)
    events.push({
      key: `closed:${closedAt.toISOString()}`,
      kind: 'closed',
      at: closedAt,
      employee,
      unit,
      outcome: resolvedAt ? undefined : outcome,
      label,
    })
  return events
}
