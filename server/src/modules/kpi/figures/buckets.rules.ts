import type { Bucketing } from '../definitions/definition.types.ts'
import type { CalendarDay } from './days.queries.ts'

/** The keys that every answer by this bucketing has, in order, whether or not there are records; undefined where only records make buckets. */
export function expectedKeys(by: Bucketing, days: readonly CalendarDay[]): string[] | undefined {
  switch (by) {
    case 'none':
      return []
    case 'day':
      return days.map(({ day }) => day)
    case 'weekday':
      return [...new Set(days.map(({ weekday }) => weekday))].toSorted((a, b) => a - b).map(String)
    case 'month':
      return [...new Set(days.map(({ month }) => month))]
    case 'hour':
      return Array.from({ length: 24 }, (_, hour) => String(hour))
    case 'person':
    case 'topic':
      return undefined
  }
}
