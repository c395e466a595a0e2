import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atRank, quantileOver } from './quantiles.rules.ts'

const parts = fc.array(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), { maxLength: 6 })
const sorted = (given: readonly number[][]) => given.map((numbers) => Int32Array.from(numbers).toSorted())

test('a rank over several arrays is the rank in all of them together', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const all = given.flat().toSorted((a, b) => a - b)
      for (let rank = 1; rank <= all.length; rank += 1) expect(atRank(sorted(given), rank)).toBe(all[rank - 1])
    }),
  )
})

test('a quantile lies between its two neighbours, in proportion, as the database interpolates', () => {
  expect(quantileOver(sorted([[10], [], [20, 40]]), 0.5)).toBe(20)
  expect(
    quantileOver(
      sorted([
        [10, 20],
        [40, 80],
      ]),
      0.5,
    ),
  ).toBe(30)
  expect(quantileOver(sorted([[1, 2], [3, 4], [5]]), 0.9)).toBeCloseTo(4.6, 12)
  expect(quantileOver(sorted([[], []]), 0.5)).toBeNull()
})
