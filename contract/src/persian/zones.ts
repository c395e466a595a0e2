import { dayNumber, dayOfNumber } from './days.ts'
import type { Day } from './days.ts'

const millisecondsPerDay = 86_400_000

/** The local day `YYYY-MM-DD` of an instant in an IANA zone. Throws RangeError for an unknown zone. */
export function localDay(instant: Date, zone: string): Day {
  return dayOfNumber(localDayNumber(instant, zone))
}

/** As `localDay`, as a day number: what loops over many instants should use. */
export function localDayNumber(instant: Date, zone: string): number {
  return Math.floor(localMilliseconds(instant, zone) / millisecondsPerDay)
}

/** The local clock `HH:mm:ss` of an instant in an IANA zone. Throws RangeError for an unknown zone. */
export function localTime(instant: Date, zone: string): string {
  return new Date(localMilliseconds(instant, zone)).toISOString().slice(11, 19)
}

/**
 * The instant at which a clock in `zone` shows `day` and `time` (`HH:mm`, `HH:mm:ss` or `HH:mm:ss.SSS`).
 * A time that came twice, when clocks went back, is taken as its first coming; one that never came, when
 * clocks went forward, is moved on by as much as the clocks were. Throws RangeError for what is not a time.
 */
export function instantOfLocal(day: Day, time: string, zone: string): Date {
  return instantOfLocalClock(day, millisecondsOfTime(time), zone)
}

/** As `instantOfLocal`, for a clock given in milliseconds after midnight. */
export function instantOfLocalClock(day: Day, milliseconds: number, zone: string): Date {
  return new Date(instantOfLocalMilliseconds(dayNumber(day) * millisecondsPerDay + milliseconds, zone))
}

function millisecondsOfTime(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?$/.exec(time)
  if (!match) throw new RangeError(`Not a time of day: ${time}`)
  return ((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3] ?? 0)) * 1000 + Number(match[4] ?? 0)
}

/** Whether the runtime knows the IANA zone by this name. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function localMilliseconds(instant: Date, zone: string): number {
  const time = instant.getTime()
  if (Number.isNaN(time)) throw new RangeError('Not an instant')
  return time + offsetAt(time, zone)
}

function instantOfLocalMilliseconds(local: number, zone: string): number {
  const earlier = offsetAt(local - millisecondsPerDay, zone)
  const later = offsetAt(local + millisecondsPerDay, zone)
  // Before a step back the earlier offset is the larger, so it gives the first coming of a repeated time;
  // before a step forward it is the smaller, so it moves a skipped time on.
  if (earlier !== later && offsetAt(local - earlier, zone) !== earlier && offsetAt(local - later, zone) === later) {
    return local - later
  }
  return local - earlier
}

/** A UTC day in one zone: the offset at its start and, when the clocks change in it, the instant and the offset after. */
interface ZoneDay {
  before: number
  changesAt: number
  after: number
}

const zoneDays = new Map<string, Map<number, ZoneDay>>()

/** Milliseconds a zone is ahead of UTC at an instant; each UTC day of a zone is asked of Intl once. */
function offsetAt(time: number, zone: string): number {
  let days = zoneDays.get(zone)
  if (!days) zoneDays.set(zone, (days = new Map<number, ZoneDay>()))
  const number = Math.floor(time / millisecondsPerDay)
  let day = days.get(number)
  if (!day) days.set(number, (day = describeZoneDay(number * millisecondsPerDay, zone)))
  return time < day.changesAt ? day.before : day.after
}

function describeZoneDay(start: number, zone: string): ZoneDay {
  const before = askOffset(start, zone)
  const after = askOffset(start + millisecondsPerDay, zone)
  if (before === after) return { before, changesAt: Infinity, after }
  let [low, high] = [start, start + millisecondsPerDay]
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (askOffset(middle, zone) === before) low = middle
    else high = middle
  }
  return { before, changesAt: high, after }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function askOffset(time: number, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(time))
  if (!match) throw new RangeError(`No offset known for zone ${zone}`)
  const seconds = (Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -seconds : seconds) * 1000
}
