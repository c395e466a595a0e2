import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ranksAround, shareInterval } from './intervals.rules.ts'

test('five values do not say where the median lies, six lie around it', () => {
  expect(ranksAround(0.5, 5)).toBeUndefined()
  expect(ranksAround(0.5, 6)).toEqual({ low: 1, high: 6 })
  expect(ranksAround(0.5, 100)).toEqual({ low: 40, high: 61 })
  expect(ranksAround(0.9, 30)).toBeUndefined()
})

test('of many values the ranks go on as of few', () => {
  for (const quantile of [0.5, 0.9]) {
    const [few, many] = [ranksAround(quantile, 250)!, ranksAround(quantile, 251)!]
    expect(Math.abs(many.low - few.low)).toBeLessThanOrEqual(2)
    expect(Math.abs(many.high - few.high)).toBeLessThanOrEqual(2)
  }
})

test('the ranks are among the values, the quantile lies between them, and more values bring them nearer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 1_000_000 }), fc.constantFrom(0.5, 0.9), (n, quantile) => {
      const { low, high } = ranksAround(quantile, n)!
      expect(low >= 1 && low <= quantile * n && high >= quantile * n && high <= n).toBe(true)
      const wider = ranksAround(quantile, 4 * n)!
      expect((wider.high - wider.low) / (4 * n)).toBeLessThan((high - low) / n)
    }),
  )
})

test('a share has its interval within nothing and all, around it', () => {
  expect(shareInterval(0, 0)).toBeUndefined()
  expect(shareInterval(0, 10)).toMatchObject({ low: 0, high: expect.closeTo(0.2775, 3) })
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (some, n) => {
      const share = Math.min(some, n) / n
      const { low, high } = shareInterval(share, n)!
      expect(low >= 0 && low <= share + 1e-9 && high >= share - 1e-9 && high <= 1).toBe(true)
    }),
  )
})
