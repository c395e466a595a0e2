import { fromJalali } from '@parvandeh/contract/persian'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOf, readPeriod, relativePeriods, todayIn } from './periods.ts'

const today = fromJalali(1405, 9, 1)

test('in Persian, this month and last month are Jalali months', () => {
  expect(daysOf('this-month', today, 'fa')).toEqual({ from: fromJalali(1405, 9, 1), to: fromJalali(1405, 9, 2) })
  expect(daysOf('last-month', today, 'fa')).toEqual({ from: fromJalali(1405, 8, 1), to: fromJalali(1405, 9, 1) })
})

test('in Persian, the season, the year and the week begin where Iran begins them', () => {
  expect(daysOf('this-season', today, 'fa').from).toBe(fromJalali(1405, 7, 1))
  expect(daysOf('this-year', today, 'fa').from).toBe(fromJalali(1405, 1, 1))
  expect(daysOf('last-year', today, 'fa')).toEqual({ from: fromJalali(1404, 1, 1), to: fromJalali(1405, 1, 1) })
  expect(new Date(`${daysOf('this-week', today, 'fa').from}T00:00:00Z`).getUTCDay()).toBe(6)
})

test('in English they are Gregorian', () => {
  expect(daysOf('last-month', '2026-11-22', 'en')).toEqual({ from: '2026-10-01', to: '2026-11-01' })
  expect(daysOf('this-season', '2026-11-22', 'en').from).toBe('2026-10-01')
})

test('the last ninety days are ninety days', () => {
  const { from, to } = daysOf('last-90-days', today, 'fa')
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(90)
})

test('every relative period holds at least a day and ends by tomorrow', () => {
  const someDay = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(someDay, fc.constantFrom(...relativePeriods), fc.constantFrom('fa' as const, 'en' as const), (day, period, locale) => {
      const { from, to } = daysOf(period, day, locale)
      expect(from < to).toBe(true)
      expect(Date.parse(to)).toBeLessThanOrEqual(Date.parse(day) + 86_400_000)
    }),
  )
})

test('a period in a link is read, and a spoiled one falls back', () => {
  expect(readPeriod('last-90-days', 'today')).toBe('last-90-days')
  expect(readPeriod('2026-01-01..2026-02-01', 'today')).toBe('2026-01-01..2026-02-01')
  for (const spoiled of ['2026-02-01..2026-01-01', '2026-13-45..2027-01-01', 'soon', 7, null]) {
    expect(readPeriod(spoiled, 'today')).toBe('today')
  }
})

test('today is that of the organisation, not of the computer', () => {
  expect(todayIn('Asia/Tehran', new Date('2026-11-21T21:00:00Z'))).toBe('2026-11-22')
})
