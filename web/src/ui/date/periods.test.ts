import { fromJalali, relativePeriodNames } from '@parvandeh/contract/persian'
import { expect, test } from 'vitest'
import { daysOf, readPeriod } from './periods.ts'

const today = fromJalali(1405, 9, 1)

test('a named period moves with today, a dated one stays', () => {
  expect(daysOf('last-month', today)).toEqual({ from: fromJalali(1405, 8, 1), to: fromJalali(1405, 9, 1) })
  expect(daysOf('2026-01-01..2026-02-01', today)).toEqual({ from: '2026-01-01', to: '2026-02-01' })
})

test('every named period can stand in a link', () => {
  for (const name of relativePeriodNames) expect(readPeriod(name, '2026-01-01..2026-02-01')).toBe(name)
})

test('a spoiled period in a link falls back', () => {
  expect(readPeriod('2026-01-01..2026-02-01', 'today')).toBe('2026-01-01..2026-02-01')
  for (const spoiled of ['2026-02-01..2026-01-01', '2026-13-45..2027-01-01', 'soon', 7, null]) {
    expect(readPeriod(spoiled, 'today')).toBe('today')
  }
})
