import {
  addDays,
  addJalaliMonths,
  type Day,
  fromJalali,
  type Locale,
  startOfJalaliMonth,
  startOfJalaliSeason,
  startOfJalaliYear,
  startOfWeek,
  toJalali,
} from '@parvandeh/contract/persian'

/** Days from `from` up to but not including `to`, as the contract counts periods. */
export interface DayRange {
  from: Day
  to: Day
}

/** A period named by its relation to today; a link that holds one stays true tomorrow. */
export const relativePeriods = [
  'today',
  'yesterday',
  'this-week',
  'last-7-days',
  'this-month',
  'last-month',
  'last-30-days',
  'this-season',
  'last-90-days',
  'this-year',
  'last-year',
  'last-12-months',
] as const
export type RelativePeriod = (typeof relativePeriods)[number]

/** A period as links and saved views hold it: a relative name, or `2026-01-01..2026-02-01` (the end not included). */
export type Period = RelativePeriod | `${Day}..${Day}`

/** Reads a period out of a link; anything else gives `otherwise`. */
export function readPeriod(text: unknown, otherwise: Period): Period {
  if (typeof text !== 'string') return otherwise
  if (relativePeriods.some((name) => name === text)) return text as RelativePeriod
  const [from, to] = text.split('..')
  const isDay = (day: string | undefined) => day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  return isDay(from) && isDay(to) && String(from) < String(to) ? (text as Period) : otherwise
}

/** The days of a period, seen from `today`. Months, seasons and years are Jalali in Persian, Gregorian in English. */
export function daysOf(period: Period, today: Day, locale: Locale): DayRange {
  if (period.includes('..')) {
    const [from, to] = period.split('..') as [Day, Day]
    return { from, to }
  }
  const tomorrow = addDays(today, 1)
  const starts = locale === 'fa' ? jalaliStarts : gregorianStarts
  switch (period as RelativePeriod) {
    case 'today':
      return { from: today, to: tomorrow }
    case 'yesterday':
      return { from: addDays(today, -1), to: today }
    case 'this-week':
      return { from: locale === 'fa' ? startOfWeek(today) : mondayOf(today), to: tomorrow }
    case 'last-7-days':
      return { from: addDays(today, -6), to: tomorrow }
    case 'this-month':
      return { from: starts.month(today, 0), to: tomorrow }
    case 'last-month':
      return { from: starts.month(today, -1), to: starts.month(today, 0) }
    case 'last-30-days':
      return { from: addDays(today, -29), to: tomorrow }
    case 'this-season':
      return { from: starts.season(today), to: tomorrow }
    case 'last-90-days':
      return { from: addDays(today, -89), to: tomorrow }
    case 'this-year':
      return { from: starts.year(today, 0), to: tomorrow }
    case 'last-year':
      return { from: starts.year(today, -1), to: starts.year(today, 0) }
    case 'last-12-months':
      return { from: starts.month(today, -11), to: tomorrow }
  }
}

const jalaliStarts = {
  month: (day: Day, months: number) => fromJalali(addJalaliMonths(toJalali(startOfJalaliMonth(day)), months)),
  season: startOfJalaliSeason,
  year: (day: Day, years: number) => (years === 0 ? startOfJalaliYear(day) : fromJalali(toJalali(day).jy + years, 1, 1)),
}

const utcDay = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
const yearAndMonth = (day: Day) => [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1] as const

const gregorianStarts = {
  month: (day: Day, months: number) => utcDay(yearAndMonth(day)[0], yearAndMonth(day)[1] + months),
  season: (day: Day) => utcDay(yearAndMonth(day)[0], Math.floor(yearAndMonth(day)[1] / 3) * 3),
  year: (day: Day, years: number) => utcDay(yearAndMonth(day)[0] + years, 0),
}

function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

/** Today in a time zone. */
export function todayIn(zone: string, now = new Date()): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}
