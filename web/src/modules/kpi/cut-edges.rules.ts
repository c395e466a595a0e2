import { addDays, type Day, daysBetween, jalaliPeriod, type Period, startOfWeek } from '@parvandeh/contract/persian'
import type { Bucket } from './figure-words.ts'

/**
 * Buckets of single days put together into weeks from Saturday, in order. The key of a week is its days within the
 * period, as an address holds them: `2026-11-21..2026-11-28`. Only numbers that add up can be put together so.
 */
export function weeksOf(days: readonly Bucket[], figure: string): Bucket[] {
  const weeks = Map.groupBy(days, ({ key }) => startOfWeek(key))
  return [...weeks.values()].map((week) => {
    const sum = (of: (bucket: Bucket) => number) => week.reduce((total, bucket) => total + of(bucket), 0)
    const count = sum((bucket) => bucket.count)
    return {
      key: `${week[0]?.key}..${addDays(week.at(-1)?.key ?? '', 1)}`,
      count,
      notRecorded: sum(({ notRecorded }) => notRecorded),
      notYet: sum(({ notYet }) => notYet),
      figures: { [figure]: { value: sum(({ figures }) => figures[figure]?.value ?? 0), missing: null, count } },
    }
  })
}

/** The days that the key of a week names. */
export function daysOfWeek(key: string): Period {
  const [from, to] = key.split('..') as [Day, Day]
  return { from, to }
}

/** How many days of a Jalali month or of a week the period holds, where it does not hold them all. */
export function partOf(cut: 'month' | 'week', key: string, period: Period): number | undefined {
  if (cut === 'week') {
    const count = daysBetween(daysOfWeek(key).from, daysOfWeek(key).to)
    return count < 7 ? count : undefined
  }
  const [year, month] = key.split('-').map(Number)
  const whole = jalaliPeriod(year ?? 1, month)
  const from = whole.from > period.from ? whole.from : period.from
  const to = whole.to < period.to ? whole.to : period.to
  const count = daysBetween(from, to)
  return count < daysBetween(whole.from, whole.to) ? count : undefined
}
