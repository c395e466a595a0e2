import type { Context } from '../../../platform/context.ts'
import { calendarsFor } from './calendars-for.ts'
import { unitPlaces } from './calendars.queries.ts'
import type { CompiledCalendar } from './clock.types.ts'
import { workingSecondsBefore } from './look-back.rules.ts'

/**
 * For every unit, and for what belongs to none (null), the moments since which so many hours of its work have passed:
 * the age of a thing is then a comparison with a moment.
 */
export async function workAgo(context: Context, hours: readonly number[]): Promise<{ unitId: string | null; since: Date[] }[]> {
  const [calendarFor, units] = [await calendarsFor(context), await unitPlaces(context)]
  // Most units share a calendar.
  const known = new Map<CompiledCalendar, Date[]>()
  return [null, ...units.map(({ id }) => id)].map((unitId) => {
    const calendar = calendarFor(unitId)
    const since = known.get(calendar) ?? hours.map((one) => workingSecondsBefore(calendar, context.now, one * 3600))
    known.set(calendar, since)
    return { unitId, since }
  })
}
