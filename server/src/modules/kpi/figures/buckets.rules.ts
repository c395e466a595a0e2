import type { Bucketing, Definition } from '../definitions/definition.types.ts'
import type { CalendarDay } from './days.queries.ts'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** The keys that every answer by this bucketing has, in order, whether or not there are records; undefined where only records make buckets. */
export function expectedKeys(by: Bucketing, days: readonly CalendarDay[], { bands }: Pick<Definition, 'bands'>): string[] | undefined {
  switch (by) {
    case 'none':
      return []
    case 'day':
      return days.map(({ day }) => day)
    case 'weekday':
      return weekdaysIn(days).map(String)
    case 'month':
      return [...new Set(days.map(({ month }) => month))]
    case 'month-part':
      return ['first', 'middle', 'last'].filter((part) => days.some(({ monthPart }) => monthPart === part))
    case 'hour':
      return hours.map(String)
    case 'weekday-hour':
      return weekdaysIn(days).flatMap((weekday) => hours.map((hour) => `${weekday}-${hour}`))
    case 'band':
      return [...(bands ? [0, ...bands.edges.map((_, index) => index + 1)] : []).map(String), 'none']
    case 'person':
    case 'unit':
    case 'topic':
    case 'product':
    case 'channel':
    case 'state':
      return undefined
  }
}

const weekdaysIn = (days: readonly CalendarDay[]) => [...new Set(days.map(({ weekday }) => weekday))].toSorted((a, b) => a - b)
