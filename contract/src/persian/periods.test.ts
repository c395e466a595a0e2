import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber, daysBetween } from './days.ts'
import { fromJalali } from './jalali.ts'
import { jalaliPeriod, relativePeriod, relativePeriodNames } from './periods.ts'

describe('named periods', () => {
  // Sunday, 1 Azar 1405.
  const today = fromJalali(1405, 9, 1)

  test.each([
    ['today', [1405, 9, 1], [1405, 9, 2]],
    ['yesterday', [1405, 8, 30], [1405, 9, 1]],
    ['this-week', [1405, 8, 30], [1405, 9, 7]],
    ['last-week', [1405, 8, 23], [1405, 8, 30]],
    ['this-month', [1405, 9, 1], [1405, 10, 1]],
    ['last-month', [1405, 8, 1], [1405, 9, 1]],
    ['this-season', [1405, 7, 1], [1405, 10, 1]],
    ['last-season', [1405, 4, 1], [1405, 7, 1]],
    ['this-year', [1405, 1, 1], [1406, 1, 1]],
    ['last-year', [1404, 1, 1], [1405, 1, 1]],
    ['month-to-date', [1405, 9, 1], [1405, 9, 2]],
    ['year-to-date', [1405, 1, 1], [1405, 9, 2]],
    ['last-7-days', [1405, 8, 25], [1405, 9, 2]],
  ] as const)('%s runs as a person would say', (name, from, to) => {
    const [fromDay, toDay] = [from, to].map(([jy, jm, jd]) => fromJalali({ jy, jm, jd }))
    expect(relativePeriod(name, today)).toEqual({ from: fromDay, to: toDay })
  })

  test('last ninety days are ninety with today', () => {
    const { from, to } = relativePeriod('last-90-days', today)
    expect(daysBetween(from, to)).toBe(90)
    expect(daysBetween(today, to)).toBe(1)
  })

  test('in the first month the last month is Esfand of the year before', () => {
    expect(relativePeriod('last-month', fromJalali(1404, 1, 20))).toEqual({
      from: fromJalali(1403, 12, 1),
      to: fromJalali(1404, 1, 1),
    })
  })

  test('this and last touch each other, and today is in this, on any day', () => {
    const days = fc.integer({ min: dayNumber('1980-01-01'), max: dayNumber('2080-01-01') }).map(dayOfNumber)
    fc.assert(
      fc.property(days, fc.constantFrom('week', 'month', 'season', 'year'), (day, unit) => {
        const current = relativePeriod(`this-${unit}` as (typeof relativePeriodNames)[number], day)
        const previous = relativePeriod(`last-${unit}` as (typeof relativePeriodNames)[number], day)
        expect(previous.to).toBe(current.from)
        expect(previous.from < previous.to).toBe(true)
        expect(current.from <= day && day < current.to).toBe(true)
      }),
    )
  })

  test('every name gives a period', () => {
    for (const name of relativePeriodNames) {
      const { from, to } = relativePeriod(name, today)
      expect(from < to).toBe(true)
    }
  })
})

describe('dated periods', () => {
  test('a month or a year is taken whole', () => {
    expect(jalaliPeriod(1403, 12)).toEqual({ from: '2025-02-19', to: '2025-03-21' })
    expect(jalaliPeriod(1403)).toEqual({ from: '2024-03-20', to: '2025-03-21' })
    expect(() => jalaliPeriod(1403, 13)).toThrow(RangeError)
  })
})
