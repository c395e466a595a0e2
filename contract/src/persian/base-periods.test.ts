import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedPeriods, comparisonBases } from './base-periods.ts'
import { addDays, dayNumber, dayOfNumber, daysBetween } from './days.ts'
import { fromJalali, toJalali } from './jalali.ts'
import { jalaliPeriod, relativePeriod } from './periods.ts'

const later = fromJalali(1410, 1, 1)
const between = (from: readonly [number, number, number], to: readonly [number, number, number]) => ({
  from: fromJalali(...from),
  to: fromJalali(...to),
})

describe('the same days of the year before', () => {
  test('of a month are that month, also Esfand with its day more or less', () => {
    expect(comparedPeriods(jalaliPeriod(1404, 12), 'last-year', later).base).toEqual(jalaliPeriod(1403, 12))
    expect(comparedPeriods(jalaliPeriod(1403, 12), 'last-year', later).base).toEqual(jalaliPeriod(1402, 12))
  })

  test('of a stretch begin and end on the same Jalali dates', () => {
    expect(comparedPeriods(between([1405, 6, 20], [1405, 7, 6]), 'last-year', later).base).toEqual(between([1404, 6, 20], [1404, 7, 6]))
  })

  test('of the last day of a leap year are the last day of the other', () => {
    expect(comparedPeriods(between([1403, 12, 30], [1404, 1, 1]), 'last-year', later).base).toEqual(between([1402, 12, 29], [1403, 1, 1]))
  })
})

describe('the period before', () => {
  test('of a month is the month before, of a season the season before', () => {
    expect(comparedPeriods(jalaliPeriod(1405, 1), 'previous', later).base).toEqual(jalaliPeriod(1404, 12))
    expect(comparedPeriods(between([1405, 4, 1], [1405, 7, 1]), 'previous', later).base).toEqual(between([1405, 1, 1], [1405, 4, 1]))
  })

  test('of ninety days are the ninety days before', () => {
    const today = fromJalali(1405, 9, 1)
    const { now, base } = comparedPeriods(relativePeriod('last-90-days', today), 'previous', today)
    expect(base.to).toBe(now.from)
    expect(daysBetween(base.from, base.to)).toBe(90)
  })
})

test('a period that is not over is compared as far as it has come', () => {
  const today = fromJalali(1405, 9, 12)
  expect(comparedPeriods(relativePeriod('this-month', today), 'previous', today)).toEqual({
    now: between([1405, 9, 1], [1405, 9, 13]),
    base: between([1405, 8, 1], [1405, 8, 13]),
  })
  expect(comparedPeriods(relativePeriod('this-year', today), 'last-year', today).base).toEqual(between([1404, 1, 1], [1404, 9, 13]))
  // Saturday to Thursday of this week, of seven days.
  expect(comparedPeriods(relativePeriod('this-week', today), 'previous', today).base).toEqual(between([1405, 8, 30], [1405, 9, 6]))
})

test('the thirty-first day of a month is compared with the whole of a shorter one before', () => {
  const today = fromJalali(1405, 1, 31)
  expect(comparedPeriods(relativePeriod('this-month', today), 'previous', today).base).toEqual(jalaliPeriod(1404, 12))
})

test('whatever is asked: the base has days, lies before, and is as long but for the lengths of months', () => {
  const days = fc.integer({ min: dayNumber('1995-01-01'), max: dayNumber('2050-01-01') })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 900 }), days, fc.constantFrom(...comparisonBases), (from, length, today, which) => {
      const period = { from: dayOfNumber(from), to: dayOfNumber(from + length) }
      const { now, base } = comparedPeriods(period, which, dayOfNumber(today))
      expect(base.from < base.to).toBe(true)
      expect(base.from < now.from).toBe(true)
      if (which === 'previous') expect(base.to <= now.from).toBe(true)
      else expect(Math.abs(daysBetween(base.from, base.to) - daysBetween(now.from, now.to))).toBeLessThanOrEqual(1)
      if (which === 'last-year') expect(toJalali(base.from).jm).toBe(toJalali(now.from).jm)
      expect(now.from).toBe(period.from)
      expect(now.to <= period.to).toBe(true)
      if (now.to < period.to) expect(now.to).toBe(addDays(dayOfNumber(today), 1))
    }),
  )
})
