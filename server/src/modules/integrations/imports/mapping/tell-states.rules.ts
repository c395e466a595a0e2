import { dateOf } from './story.types.ts'
import type { MeaningOf, StagedRow, StoryEvent } from './story.types.ts'

interface Known {
  state: string
  unit: string | undefined
  employee: string | undefined
}

/**
 * A log whose rows say how a request stands. The first row registers it where it stands; each later one tells what
 * differs from the row before: another unit is a referral, another employee in the same unit an assignment (none: back
 * to the queue), another state the event that the mapping names. A row that differs in none of these tells nothing.
 */
export function tellStates(rows: readonly StagedRow[], meaningOf: MeaningOf): StoryEvent[] {
  const [first] = rows
  if (!first) return []
  const events: StoryEvent[] = [registration(first)]
  let known: Known = { state: '', unit: first.cells.unit, employee: first.cells.employee }
  for (const row of rows) {
    // A row without a unit does not say that the request left it.
    const next: Known = { state: row.cells.activity ?? '', unit: row.cells.unit ?? known.unit, employee: row.cells.employee }
    if (next.unit !== known.unit || next.employee !== known.employee) events.push(handOver(row, known, next))
    if (next.state !== known.state) events.push(...change(row, next, meaningOf))
    known = next
  }
  return events
}

function registration({ cells }: StagedRow): StoryEvent {
  const at = new Date(cells.at ?? '')
  const registeredAt = dateOf(cells.registeredAt)
  return {
    key: 'registered',
    kind: 'registered',
    at: registeredAt !== undefined && registeredAt < at ? registeredAt : at,
    reportedAt: dateOf(cells.reportedAt),
    toUnit: cells.unit,
    toEmployee: cells.employee,
    label: null,
  }
}

function handOver({ rowKey, cells }: StagedRow, before: Known, { unit, employee }: Known): StoryEvent {
  const kind = unit === before.unit ? 'assigned' : 'referred'
  return { key: `${rowKey}:hand-over`, kind, at: new Date(cells.at ?? ''), toUnit: unit, toEmployee: employee, label: null }
}

/** The registration is told already, by the first row. */
function change({ rowKey, cells }: StagedRow, { state, unit, employee }: Known, meaningOf: MeaningOf): StoryEvent[] {
  const { event, outcome, waitOn } = meaningOf(state)
  if (event === 'registered') return []
  return [{ key: `${rowKey}:state`, kind: event, at: new Date(cells.at ?? ''), employee, unit, outcome, waitOn, label: state }]
}
