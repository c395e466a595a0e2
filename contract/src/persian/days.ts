/** A calendar day without a clock or a zone, written `YYYY-MM-DD` (Gregorian), as PostgreSQL's `date` prints it. */
export type Day = string

const millisecondsPerDay = 86_400_000

/** The number of a Gregorian day counted from 1970-01-01. Months beyond 1 to 12 carry over into years. */
export function dayNumberOf(year: number, month: number, dayOfMonth: number): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; setUTCFullYear does not.
  if (year < 100) return Math.round(new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / millisecondsPerDay)
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / millisecondsPerDay)
}

/** The day number of `YYYY-MM-DD`. Throws RangeError for any other text, and for days that never were. */
export function dayNumber(day: Day): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) throw new RangeError(`Not a day: ${day}`)
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (!isGregorianDay(year, month, dayOfMonth)) throw new RangeError(`No such day: ${day}`)
  return dayNumberOf(year, month, dayOfMonth)
}

/** The day written `YYYY-MM-DD` of a day number. */
export function dayOfNumber(number: number): Day {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The day `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(dayNumber(day) + count)
}

/** How many days lie from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Whether such a day exists in the Gregorian calendar (years 1 to 9999). */
export function isGregorianDay(year: number, month: number, dayOfMonth: number): boolean {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return false
  return dayOfMonth >= 1 && dayOfMonth <= gregorianMonthLength(year, month)
}

/** Days of a Gregorian month; 0 for a month that does not exist. */
export function gregorianMonthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** The weekday as the Iranian week counts it: 0 Saturday to 6 Friday. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayNumber(day))
}

/** The weekday of a day number: 0 Saturday to 6 Friday. */
export function weekdayOfNumber(number: number): number {
  // 1970-01-01 was a Thursday, the sixth day of a week that starts on Saturday.
  return (((number + 5) % 7) + 7) % 7
}

/** The Saturday that starts the week of `day`. */
export function startOfWeek(day: Day): Day {
  return addDays(day, -weekdayOf(day))
}
