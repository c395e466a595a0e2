import { addDays, startOfWeek } from './days.ts'
import type { Day } from './days.ts'
import { addJalaliMonths, fromJalali, startOfJalaliMonth, startOfJalaliSeason, startOfJalaliYear, toJalali } from './jalali.ts'

/** Local days, half-open: `from` belongs to the period, `to` is the first day after it. */
export interface Period {
  from: Day
  to: Day
}

/** Periods that people name rather than date, in the order a chooser offers them. */
export const relativePeriodNames = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-season',
  'last-season',
  'this-year',
  'last-year',
  'month-to-date',
  'year-to-date',
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'last-365-days',
] as const

/** The name of a period that moves with today. */
export type RelativePeriod = (typeof relativePeriodNames)[number]

/**
 * The days a named period covers when today is `today`, by the Jalali calendar and the week from Saturday.
 * `this-…` is the whole unit with its days to come, `…-to-date` ends with today; `last-90-days` is ninety days of which
 * today is the last.
 */
export function relativePeriod(name: RelativePeriod, today: Day): Period {
  const thisMonth = startOfJalaliMonth(today)
  const thisSeason = startOfJalaliSeason(today)
  const thisYear = startOfJalaliYear(today)
  const thisWeek = startOfWeek(today)
  switch (name) {
    case 'today':
      return lastDays(1, today)
    case 'yesterday':
      return { from: addDays(today, -1), to: today }
    case 'this-week':
      return { from: thisWeek, to: addDays(thisWeek, 7) }
    case 'last-week':
      return { from: addDays(thisWeek, -7), to: thisWeek }
    case 'this-month':
      return { from: thisMonth, to: addMonths(thisMonth, 1) }
    case 'last-month':
      return { from: addMonths(thisMonth, -1), to: thisMonth }
    case 'this-season':
      return { from: thisSeason, to: addMonths(thisSeason, 3) }
    case 'last-season':
      return { from: addMonths(thisSeason, -3), to: thisSeason }
    case 'this-year':
      return { from: thisYear, to: addMonths(thisYear, 12) }
    case 'last-year':
      return { from: addMonths(thisYear, -12), to: thisYear }
    case 'month-to-date':
      return { from: thisMonth, to: addDays(today, 1) }
    case 'year-to-date':
      return { from: thisYear, to: addDays(today, 1) }
    case 'last-7-days':
      return lastDays(7, today)
    case 'last-30-days':
      return lastDays(30, today)
    case 'last-90-days':
      return lastDays(90, today)
    case 'last-365-days':
      return lastDays(365, today)
  }
}

/** The whole of a Jalali month, or of a Jalali year when no month is given. Throws RangeError for no such month. */
export function jalaliPeriod(jy: number, jm?: number): Period {
  const from = fromJalali(jy, jm ?? 1, 1)
  return { from, to: addMonths(from, jm === undefined ? 12 : 1) }
}

function addMonths(day: Day, months: number): Day {
  return fromJalali(addJalaliMonths(toJalali(day), months))
}

function lastDays(count: number, today: Day): Period {
  const to = addDays(today, 1)
  return { from: addDays(to, -count), to }
}
