import { type Day, type Period as DayRange, relativePeriod, type RelativePeriod, relativePeriodNames } from '@parvandeh/contract/persian'

/**
 * A period as links and saved views hold it: a relative name, or `2026-01-01..2026-02-01` (the end not included).
 * A link with a name stays true tomorrow, and means the same days to a reader of either language.
 */
export type Period = RelativePeriod | `${Day}..${Day}`

/** Whether a period is named by its relation to today. */
export const isRelative = (period: string): period is RelativePeriod => relativePeriodNames.some((name) => name === period)

/** Reads a period out of a link; anything else gives `otherwise`. */
export function readPeriod(text: unknown, otherwise: Period): Period {
  if (typeof text !== 'string') return otherwise
  if (isRelative(text)) return text
  const [from, to] = text.split('..')
  const isDay = (day: string | undefined) => day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  return isDay(from) && isDay(to) && String(from) < String(to) ? (text as Period) : otherwise
}

/** The days of a period, seen from `today`: from a day up to but not including another, as the contract counts. */
export function daysOf(period: Period, today: Day): DayRange {
  if (isRelative(period)) return relativePeriod(period, today)
  const [from, to] = period.split('..') as [Day, Day]
  return { from, to }
}
