import type { Bucketing, Measure } from '../definitions/definition.types.ts'
import type { CalendarDay } from './days.queries.ts'

interface RateQuestion {
  per: 'day' | 'month'
  /** The bucket asked for, or `all`. */
  key: string
  by: Bucketing
  days: readonly CalendarDay[]
  today: string
  counts: ReadonlyMap<string, number>
}

/**
 * How many records fell on each day, or in each month, of the period or of a bucket of it: days up to today, months
 * that lie in the period whole and are over; days without records are zero. Undefined where such a number says
 * nothing: of a single day, of an hour, of a person.
 */
export function countsOver({ per, key, by, days, today, counts }: RateQuestion): number[] | undefined {
  const begun = days.filter(({ day }) => day <= today)
  if (per === 'month') return key === 'all' ? byMonth(begun, counts) : undefined
  const inBucket =
    key === 'all'
      ? begun
      : by === 'weekday'
        ? begun.filter((one) => String(one.weekday) === key)
        : by === 'month'
          ? begun.filter((one) => one.month === key)
          : by === 'month-part'
            ? begun.filter((one) => one.monthPart === key)
            : undefined
  return inBucket?.map(({ day }) => counts.get(day) ?? 0)
}

function byMonth(days: readonly CalendarDay[], counts: ReadonlyMap<string, number>): number[] {
  const months = [...Map.groupBy(days, ({ month }) => month).values()]
  const whole = months.filter((month) => month[0]?.isFirstOfMonth === true && month.at(-1)?.isLastOfMonth === true)
  return whole.map((month) => month.reduce((sum, { day }) => sum + (counts.get(day) ?? 0), 0))
}

/** A measure of some numbers; percentiles are interpolated linearly, as the database does. Null of none. */
export function measureOf(measure: Measure, numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sum = numbers.reduce((total, number) => total + number, 0)
  if (measure === 'sum') return sum
  if (measure === 'mean') return sum / numbers.length
  return percentile(numbers, measure === 'median' ? 0.5 : 0.9)
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  return below + (above - below) * (place - Math.floor(place))
}
