import { dateOf } from './story.types.ts'
import type { Meaning, MeaningOf, StagedRow, StoryEvent } from './story.types.ts'

const handOvers: readonly Meaning['event'][] = ['assigned', 'referred', 'returned', 'auto-reassigned']

/**
 * A log whose rows say what happened: one event a row, exact duplicates included. The first event of a request stands
 * for its registration whatever its activity (the replay sees to it), unless the file has the moment in a column.
 */
export function tellActivities(rows: readonly StagedRow[], meaningOf: MeaningOf, firstEventRegisters: boolean): StoryEvent[] {
  const events = rows.map((row, index) => tellActivity(row, meaningOf, firstEventRegisters && index > 0))
  const [first] = events
  if (!first) return []
  const reportedAt = dateOf(rows.find((row) => row.cells.reportedAt !== undefined)?.cells.reportedAt)
  const registeredAt = dateOf(rows.find((row) => row.cells.registeredAt !== undefined)?.cells.registeredAt)
  if (registeredAt === undefined) return [{ ...first, reportedAt }, ...events.slice(1)]
  const registration: StoryEvent = {
    key: 'registered',
    kind: 'registered',
    at: registeredAt < first.at ? registeredAt : first.at,
    reportedAt,
    label: null,
  }
  return [registration, ...events]
}

function tellActivity({ rowKey, cells }: StagedRow, meaningOf: MeaningOf, isRegistered: boolean): StoryEvent {
  const activity = cells.activity ?? ''
  const { event, outcome, waitOn } = meaningOf(activity)
  const at = new Date(cells.at ?? '')
  if (handOvers.includes(event)) return { key: rowKey, kind: event, at, toEmployee: cells.employee, toUnit: cells.unit, label: activity }
  const kind = event === 'registered' && isRegistered ? 'other' : event
  return { key: rowKey, kind, at, employee: cells.employee, unit: cells.unit, outcome, waitOn, label: activity }
}
