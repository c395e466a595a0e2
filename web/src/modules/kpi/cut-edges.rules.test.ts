import { addDays, dayNumber, dayOfNumber, fromJalali, weekdayOf } from '@parvandeh/contract/persian'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfWeek, partOf, weeksOf } from './cut-edges.rules.ts'

const bucket = (key: string, value: number) => ({
  key,
  count: value,
  notRecorded: 0,
  notYet: 0,
  figures: { requests: { value, count: value, missing: null } },
})

test('weeks hold every day once, in order, begin on Saturday but for the first, and add up to the days', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2040-01-01') }),
      fc.array(fc.nat(50), { minLength: 1, maxLength: 220 }),
      (first, values) => {
        const days = values.map((value, index) => bucket(dayOfNumber(first + index), value))
        const weeks = weeksOf(days, 'requests')
        const sum = (all: readonly { count: number }[]) => all.reduce((total, { count }) => total + count, 0)
        expect(sum(weeks)).toBe(sum(days))
        expect(weeks.reduce((total, week) => total + (week.figures.requests?.value ?? 0), 0)).toBe(sum(days))
        const spans = weeks.map(({ key }) => daysOfWeek(key))
        expect(spans[0]!.from).toBe(days[0]!.key)
        expect(spans.at(-1)!.to).toBe(addDays(days.at(-1)!.key, 1))
        for (const [index, { from }] of spans.entries()) {
          if (index === 0) continue
          expect(weekdayOf(from)).toBe(0)
          expect(spans[index - 1]!.to).toBe(from)
        }
      },
    ),
  )
})

test('a month or week that the period cuts off says how many of its days are in it', () => {
  const period = { from: fromJalali(1405, 6, 3), to: fromJalali(1405, 9, 2) }
  expect(partOf('month', '1405-06', period)).toBe(29)
  expect(partOf('month', '1405-07', period)).toBeUndefined()
  expect(partOf('month', '1405-09', period)).toBe(1)
  expect(partOf('week', '2026-11-21..2026-11-28', period)).toBeUndefined()
  expect(partOf('week', '2026-11-21..2026-11-23', period)).toBe(2)
})
