import { dateFormatParts } from './date-format.ts'
import type { Calendar, DateFormat, DateFormatParts } from './date-format.ts'
import { readDateText } from './date-text.ts'
import type { DateText, WrittenDate } from './date-text.ts'
import { dayNumber, dayNumberOf, dayOfNumber, gregorianMonthLength } from './days.ts'
import type { Day } from './days.ts'
import { fromJalali, jalaliMonthLength } from './jalali.ts'
import { instantOfLocalClock, localDay } from './zones.ts'

/** Why a text was not taken for a date. */
export type DateProblem =
  | 'empty'
  | 'not-a-date'
  | 'other-format'
  | 'year-out-of-range'
  | 'no-such-month'
  | 'no-such-day'
  | 'no-such-time'
  | 'unexpected-time'

/** The day, and the instant when the format has a time; or why not. */
export type ParsedDate = { ok: true; day: Day; instant?: Date } | { ok: false; reason: DateProblem }

/**
 * Reads a date as people write it, in a known format: any digits and separators, month names, Persian or English
 * half-days, a zone offset. Its day is local to `zone`. A local time that came twice or never is taken as
 * `instantOfLocal` takes it. A date that never was is refused, never moved to its neighbour.
 */
export function parseDate(text: string, format: DateFormat, zone: string): ParsedDate {
  if (!text.trim()) return { ok: false, reason: 'empty' }
  const written = readDateText(text)
  if (!written) return { ok: false, reason: 'not-a-date' }
  return resolveDate(written, dateFormatParts(format), zone)
}

function resolveDate(written: DateText, format: DateFormatParts, zone: string): ParsedDate {
  const day = resolveDay(written.date, format)
  if (!day.ok) return day
  const { time } = written
  if (time === 'impossible') return { ok: false, reason: 'no-such-time' }
  if (!format.time) return time ? { ok: false, reason: 'unexpected-time' } : day
  if (time?.offsetMinutes === undefined) {
    return { ...day, instant: instantOfLocalClock(day.day, time?.milliseconds ?? 0, zone) }
  }
  const instant = new Date(dayNumber(day.day) * 86_400_000 + time.milliseconds - time.offsetMinutes * 60_000)
  return { ok: true, day: localDay(instant, zone), instant }
}

/** Far enough apart that the year of one calendar is never taken for the other's. */
const years: Record<Calendar, { first: number; last: number }> = {
  jalali: { first: 1200, last: 1599 },
  gregorian: { first: 1800, last: 2199 },
}

/** The day of a written date in a format, its time left aside. */
export function resolveDay(date: WrittenDate, format: DateFormatParts): { ok: true; day: Day } | { ok: false; reason: DateProblem } {
  const fields = fieldsOf(date, format)
  if (!fields) return { ok: false, reason: 'other-format' }
  const year = fullYear(fields.year, format)
  const { first, last } = years[format.calendar]
  if (year === undefined) return { ok: false, reason: 'other-format' }
  if (year < first || year > last) return { ok: false, reason: 'year-out-of-range' }
  const { month, day } = fields
  if (month < 1 || month > 12) return { ok: false, reason: 'no-such-month' }
  const length = format.calendar === 'jalali' ? jalaliMonthLength(year, month) : gregorianMonthLength(year, month)
  if (day < 1 || day > length) return { ok: false, reason: 'no-such-day' }
  return { ok: true, day: format.calendar === 'jalali' ? fromJalali(year, month, day) : dayOfNumber(dayNumberOf(year, month, day)) }
}

interface Fields {
  year: string
  month: number
  day: number
}

function fieldsOf(date: WrittenDate, format: DateFormatParts): Fields | undefined {
  if (date.kind === 'compact') return compactFields(date.digits, format)
  if (date.kind === 'numbers') return orderFields(date.numbers, format.order)
  if (date.calendar !== format.calendar) return undefined
  const [first, second] = date.numbers
  const yearIsFirst = first.length > 2 || (second.length <= 2 && format.order === 'ymd')
  const [year, day] = yearIsFirst ? [first, second] : [second, first]
  return day.length > 2 ? undefined : { year, month: date.month, day: Number(day) }
}

function compactFields(digits: string, { order, shortYear }: DateFormatParts): Fields | undefined {
  const yearLength = digits.length - 4
  if (yearLength === 2 && !shortYear) return undefined
  const cuts = order === 'ymd' ? [yearLength, yearLength + 2] : [2, 4]
  return orderFields([digits.slice(0, cuts[0]), digits.slice(cuts[0], cuts[1]), digits.slice(cuts[1])], order)
}

function orderFields([first, second, third]: readonly [string, string, string], order: DateFormatParts['order']): Fields | undefined {
  const [year, month, day] = order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second]
  if (month.length > 2 || day.length > 2) return undefined
  return { year, month: Number(month), day: Number(day) }
}

function fullYear(written: string, { calendar, shortYear }: DateFormatParts): number | undefined {
  const year = Number(written)
  if (written.length === 4) return year
  if (!shortYear || written.length !== 2) return undefined
  if (calendar === 'jalali') return year + (year >= 50 ? 1300 : 1400)
  return year + (year >= 70 ? 1900 : 2000)
}
