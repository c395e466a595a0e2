import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateFrom, exactly } from './estimate.rules.ts'

const least = 10_001
const sample = fc
  .record({
    allPages: fc.integer({ min: 3000, max: 100_000 }),
    pages: fc.integer({ min: 2, max: 2000 }),
    perPage: fc.float({ min: 0, max: 30, noNaN: true }),
    spread: fc.float({ min: 0, max: 20, noNaN: true }),
  })
  .map(({ perPage, ...rest }) => ({ ...rest, found: Math.round(perPage * rest.pages) }))

test('C27: an estimate says that it is one, lies between its bounds, and never under what was counted', () => {
  fc.assert(
    fc.property(sample, (given) => {
      const { count, isExact, low, high } = estimateFrom(given, least)
      expect(isExact).toBe(false)
      expect(low).toBeGreaterThanOrEqual(least)
      expect(count).toBeGreaterThanOrEqual(10_000)
      expect(high).toBeGreaterThanOrEqual(Math.min(count, low))
    }),
  )
})

test('C27: where every page was looked at the number is exact', () => {
  expect(estimateFrom({ allPages: 500, pages: 500, found: 12_345, spread: 3 }, least)).toEqual(exactly(12_345))
})

test('C27: the more alike pages are, the closer are the bounds', () => {
  const of = (spread: number) => estimateFrom({ allPages: 30_000, pages: 2000, found: 20_000, spread }, least)
  const width = ({ low, high }: ReturnType<typeof of>) => high - low
  expect(of(3).count).toBe(300_000)
  expect(width(of(1))).toBeLessThan(width(of(9)))
  // By hand: 30000 · 3 · √(1 − 1/15) / √2000 is a standard error of 1944.
  expect(of(3)).toMatchObject({ low: 296_000, high: 304_000 })
})
