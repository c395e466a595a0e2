import { isLeapJalaaliYear, jalCal } from 'jalaali-js'
import { dayNumber, dayNumberOf, dayOfNumber, isGregorianDay } from './days.ts'
import type { Day } from './days.ts'

/** A day of the Jalali (solar Hijri) calendar: year, month 1 to 12, day 1 to 31. */
export interface JalaliDate {
  jy: number
  jm: number
  jd: number
}

const firstYear = 1
const lastYear = 3177
const tableFirstYear = 1250
const tableLastYear = 1550

/**
 * The Jalali day for a Gregorian one, given as `YYYY-MM-DD` or as year, month and day.
 * Throws RangeError for a day that does not exist or lies outside the Jalali years 1 to 3177.
 */
export function toJalali(day: Day): JalaliDate
export function toJalali(year: number, month: number, dayOfMonth: number): JalaliDate
export function toJalali(dayOrYear: Day | number, month = 1, dayOfMonth = 1): JalaliDate {
  if (typeof dayOrYear === 'string') return jalaliOfNumber(dayNumber(dayOrYear))
  if (!isGregorianDay(dayOrYear, month, dayOfMonth)) throw new RangeError('No such Gregorian day')
  return jalaliOfNumber(dayNumberOf(dayOrYear, month, dayOfMonth))
}

/** The Gregorian day `YYYY-MM-DD` of a Jalali date. Throws RangeError for a date that does not exist. */
export function fromJalali(date: JalaliDate): Day
export function fromJalali(jy: number, jm: number, jd: number): Day
export function fromJalali(dateOrYear: JalaliDate | number, month = 1, dayOfMonth = 1): Day {
  const date = typeof dateOrYear === 'number' ? { jy: dateOrYear, jm: month, jd: dayOfMonth } : dateOrYear
  if (!isJalaliDate(date)) throw new RangeError(`No such Jalali date: ${date.jy}/${date.jm}/${date.jd}`)
  return dayOfNumber(nowruzNumber(date.jy) + daysBeforeMonth(date.jm) + date.jd - 1)
}

/** Whether the date exists: month lengths and leap years are right and the year is 1 to 3177. */
export function isJalaliDate({ jy, jm, jd }: JalaliDate): boolean {
  if (!Number.isInteger(jy) || !Number.isInteger(jm) || !Number.isInteger(jd)) return false
  return jy >= firstYear && jy <= lastYear && jm >= 1 && jm <= 12 && jd >= 1 && jd <= jalaliMonthLength(jy, jm)
}

/** Whether Esfand of the year has 30 days. Throws RangeError outside the years 1 to 3177. */
export function isLeapJalaliYear(jy: number): boolean {
  if (jy < firstYear || jy > lastYear) throw new RangeError(`Jalali year out of range: ${jy}`)
  return isLeapJalaaliYear(jy)
}

/** Days of a Jalali month: 31 in the first half of the year, then 30, and 29 or 30 in Esfand. */
export function jalaliMonthLength(jy: number, jm: number): number {
  if (jm <= 6) return 31
  if (jm <= 11) return 30
  return isLeapJalaliYear(jy) ? 30 : 29
}

/** The same day some months later or earlier; a day the month does not have becomes its last. */
export function addJalaliMonths({ jy, jm, jd }: JalaliDate, months: number): JalaliDate {
  const monthIndex = jy * 12 + (jm - 1) + months
  const year = Math.floor(monthIndex / 12)
  const month = monthIndex - year * 12 + 1
  return { jy: year, jm: month, jd: Math.min(jd, jalaliMonthLength(year, month)) }
}

/** The first day of the Jalali month that `day` lies in. */
export function startOfJalaliMonth(day: Day): Day {
  const { jy, jm } = toJalali(day)
  return fromJalali(jy, jm, 1)
}

/** The first day of the season that `day` lies in: 1 Farvardin, 1 Tir, 1 Mehr or 1 Dey. */
export function startOfJalaliSeason(day: Day): Day {
  const { jy, jm } = toJalali(day)
  return fromJalali(jy, (seasonOfMonth(jm) - 1) * 3 + 1, 1)
}

/** Nowruz of the Jalali year that `day` lies in. */
export function startOfJalaliYear(day: Day): Day {
  return fromJalali(toJalali(day).jy, 1, 1)
}

/** The season of a Jalali month: 1 spring to 4 winter. */
export function seasonOfMonth(jm: number): number {
  return Math.ceil(jm / 3)
}

/** The Jalali date of a day number (days from 1970-01-01); a table read, for use in loops. */
export function jalaliOfNumber(number: number): JalaliDate {
  table ??= fillTable()
  const packed = table.days[number - table.first]
  if (packed === undefined) return jalaliOutsideTable(number)
  return { jy: packed >> 9, jm: (packed >> 5) & 15, jd: packed & 31 }
}

let table: { first: number; days: Int32Array } | undefined

/** Three centuries of days, a packed year, month and day each: reading is fifteen times faster than computing. */
function fillTable(): { first: number; days: Int32Array } {
  const first = nowruzNumber(tableFirstYear)
  const days = new Int32Array(nowruzNumber(tableLastYear + 1) - first)
  let index = 0
  for (let jy = tableFirstYear; jy <= tableLastYear; jy += 1) {
    for (let jm = 1; jm <= 12; jm += 1) {
      const length = jalaliMonthLength(jy, jm)
      for (let jd = 1; jd <= length; jd += 1) days[index++] = (jy << 9) | (jm << 5) | jd
    }
  }
  return { first, days }
}

function jalaliOutsideTable(number: number): JalaliDate {
  const gregorianYear = new Date(number * 86_400_000).getUTCFullYear()
  let jy = gregorianYear - 621
  if (jy > firstYear && nowruzNumber(jy) > number) jy -= 1
  const ordinal = number - nowruzNumber(jy)
  if (ordinal < 0) throw new RangeError('Day before the Jalali calendar')
  const jm = ordinal < 186 ? Math.floor(ordinal / 31) + 1 : Math.floor((ordinal - 186) / 30) + 7
  return { jy, jm, jd: ordinal - daysBeforeMonth(jm) + 1 }
}

function daysBeforeMonth(jm: number): number {
  return jm <= 7 ? (jm - 1) * 31 : 186 + (jm - 7) * 30
}

function nowruzNumber(jy: number): number {
  if (jy < firstYear || jy > lastYear) throw new RangeError(`Jalali year out of range: ${jy}`)
  const { gy, march } = jalCal(jy)
  return dayNumberOf(gy, 3, march)
}
