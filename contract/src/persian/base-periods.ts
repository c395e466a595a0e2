import { addDays, daysBetween } from './days.ts'
import type { Day } from './days.ts'
import { addJalaliMonths, fromJalali, toJalali } from './jalali.ts'
import type { Period } from './periods.ts'

/** What a period can be compared to: the one just before it, or the same Jalali days a year earlier. */
export const comparisonBases = ['previous', 'last-year'] as const
export type ComparisonBase = (typeof comparisonBases)[number]

/**
 * The days of a period that can be compared on the day `today`, and the days to compare them with. Of a period that is
 * not over only the days up to today are taken, and as many of the base: a begun month is not held against a whole one.
 * Whole Jalali months are compared with whole months, any other period with as many days.
 */
export function comparedPeriods(period: Period, base: ComparisonBase, today: Day): { now: Period; base: Period } {
  const tomorrow = addDays(today, 1)
  const to = period.to > tomorrow && period.from < tomorrow ? tomorrow : period.to
  const now = { from: period.from, to }
  if (base === 'last-year') return { now, base: { from: monthsLater(now.from, -12), to: endLater(to, -12) } }
  const months = wholeMonths(period)
  if (months === undefined) {
    const length = daysBetween(period.from, period.to)
    const from = addDays(period.from, -length)
    return { now, base: { from, to: addDays(from, daysBetween(now.from, to)) } }
  }
  // A month of 31 days may have run longer than the one before it lasted.
  const end = endLater(to, -months)
  return { now, base: { from: monthsLater(now.from, -months), to: end < now.from ? end : now.from } }
}

/** How many Jalali months the period is made of; undefined where it begins or ends within one. */
function wholeMonths({ from, to }: Period): number | undefined {
  const [first, after] = [toJalali(from), toJalali(to)]
  if (first.jd !== 1 || after.jd !== 1) return undefined
  return (after.jy - first.jy) * 12 + (after.jm - first.jm)
}

const monthsLater = (day: Day, months: number): Day => fromJalali(addJalaliMonths(toJalali(day), months))

/** The end of a period so many months later: the first of a month stays one, else the last day within is moved. */
const endLater = (to: Day, months: number): Day =>
  toJalali(to).jd === 1 ? monthsLater(to, months) : addDays(monthsLater(addDays(to, -1), months), 1)
