import type { Context } from '../../../platform/context.ts'
import { calendarsFor } from './calendars-for.ts'
import { leavesOf } from './calendars.queries.ts'
import { workingSecondsBetween } from './clock.rules.ts'
import type { CompiledCalendar, Span } from './clock.types.ts'

type WorkClockFor = (unitId: string | null, personId: string | null) => Pick<CompiledCalendar, 'workingSecondsBetween'>

/**
 * Gives the work clock of whoever has a thing in hand: a unit's calendar, and while one of these people has it, less
 * that person's leaves. Leaves outside the stretch are not known to it.
 */
export async function workClocksFor(context: Context, people: readonly string[], stretch: Span): Promise<WorkClockFor> {
  const calendarFor = await calendarsFor(context)
  const leaves = Map.groupBy(await leavesOf(context, people, stretch), ({ personId }) => personId)
  return (unitId, personId) => {
    const calendar = calendarFor(unitId)
    const own = personId === null ? undefined : leaves.get(personId)
    return own ? { workingSecondsBetween: (from, to) => workingSecondsBetween(calendar, from, to, own) } : calendar
  }
}
