import type { Day } from './clock.types.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The moment at which clocks of a zone show a time. A time that a clock change skips is taken as if the change had not happened yet. */
export function instantOfLocal(day: Day, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const before = offsetAt(wall - 86_400_000, zone)
  const after = offsetAt(wall + 86_400_000, zone)
  const moment = [before, after].find((offset) => offsetAt(wall - offset, zone) === offset)
  return new Date(wall - (moment ?? before))
}

function offsetAt(moment: number, zone: string): number {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(moment).map((part) => [part.type, Number(part.value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...numeric })
  formats.set(zone, format)
  return format
}
