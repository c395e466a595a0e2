import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf } from '../distributions/normal.ts'
import { criticalValue, robustReach } from './robust-interval.ts'

const miss = (bias: number, half: number) => normalCdf(-half - bias) + normalCdf(bias - half)

describe('half of an interval that holds whatever the shape of true differences', () => {
  test('agrees with the published implementation', () => {
    // R package ebci: cva(m2 = 0, kappa = Inf, alpha = 0.05) and cva(m2 = 4, kappa = Inf, alpha = 0.05).
    expect(criticalValue(0)).toBeCloseTo(1.959_964, 6)
    expect(criticalValue(4)).toBeCloseTo(7.216_351, 5)
  })

  test('is the usual one where data settle everything, and grows as they settle less', () => {
    expect(robustReach(1)).toBeCloseTo(1.959_964, 6)
    const grid = Array.from({ length: 100 }, (_, place) => robustReach(1 - place / 100))
    for (const [place, reach] of grid.entries()) if (place > 0) expect(reach).toBeGreaterThan(grid[place - 1]!)
    expect(robustReach(0)).toBeCloseTo(Math.sqrt(20), 6)
  })

  test('misses at most 5 % under any mixture of two biases with the mean square that it was made for', () => {
    const part = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 9, noNaN: true }), part, part, (meanSquare, share, split) => {
        const half = criticalValue(meanSquare)
        // share of the employees carry a part of the mean square, the others the rest.
        const [near, far] = [(meanSquare * split) / share, (meanSquare * (1 - split)) / (1 - share)]
        const missed = share * miss(Math.sqrt(near), half) + (1 - share) * miss(Math.sqrt(far), half)
        expect(missed).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
    )
  })

  test('is no wider than it must be: the worst mixture misses just 5 %', () => {
    for (const meanSquare of [0.1, 0.5, 1, 4]) {
      const half = criticalValue(meanSquare)
      const shares = Array.from({ length: 2000 }, (_, place) => (place + 1) / 2000)
      const worst = Math.max(...shares.map((share) => share * miss(Math.sqrt(meanSquare / share), half) + (1 - share) * miss(0, half)))
      expect(worst).toBeGreaterThan(0.0499)
    }
  })
})
