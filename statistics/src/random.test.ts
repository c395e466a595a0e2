import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomStream } from './random.ts'

describe('a stream of random numbers', () => {
  test('is the same for the same seed, and another for another', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        const numbers = (from: number) => {
          const { uniform, normal, sign } = randomStream(from)
          return [uniform(), normal(), sign(), normal(), uniform()]
        }
        expect(numbers(seed)).toEqual(numbers(seed))
        expect(numbers(seed)).not.toEqual(numbers(seed === 0 ? 1 : seed - 1))
      }),
    )
  })

  test('has the moments of what it claims to be', () => {
    const { uniform, normal, sign } = randomStream(42)
    const n = 40_000
    const moments = (draw: () => number) => {
      const values = Float64Array.from({ length: n }, draw)
      return [1, 2, 3, 4].map((power) => values.reduce((sum, value) => sum + value ** power, 0) / n)
    }
    const near = (actual: number[], expected: number[]) =>
      actual.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(0.1))
    near(moments(normal), [0, 1, 0, 3])
    near(moments(sign), [0, 1, 0, 1])
    near(moments(uniform), [1 / 2, 1 / 3, 1 / 4, 1 / 5])
  })

  test('stays within 0 and 1', () => {
    const { uniform } = randomStream(7)
    for (let i = 0; i < 10_000; i += 1) {
      const value = uniform()
      expect(value >= 0 && value < 1).toBe(true)
    }
  })
})
