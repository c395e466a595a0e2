import type { Day } from './clock.types.ts'

const millisecondsOfDay = 86_400_000

/** Days since 1970-01-01. Throws RangeError for what is not a day, such as the 30th of February. */
export function dayNumber(day: Day): number {
  const number = Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay
  if (!Number.isInteger(number) || dayOfNumber(number) !== day) throw new RangeError(`not a calendar day: ${day}`)
  return number
}

/** The day that is so many days after 1970-01-01. */
export function dayOfNumber(number: number): Day {
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10)
}

/** 0 for Saturday to 6 for Friday; 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return (((number + 5) % 7) + 7) % 7
}
