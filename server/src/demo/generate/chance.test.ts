import { expect, test } from 'vitest'
import { bitsOf, chanceOf } from './chance.ts'

test('the generator begins as its authors say from the state 1, 2, 3, 4', () => {
  const bits = bitsOf(Uint32Array.of(1, 2, 3, 4))
  expect([bits(), bits(), bits(), bits()]).toEqual([11520, 0, 5927040, 70819200])
})

test('a stream of the same names draws the same, one of other names draws otherwise', () => {
  const draws = (...names: (string | number)[]) => {
    const { share } = chanceOf(7, ...names)
    return Array.from({ length: 5 }, share)
  }
  expect(draws('request', 12)).toEqual(draws('request', 12))
  expect(draws('request', 12)).not.toEqual(draws('request', 13))
})

test('draws have the means that they are said to have', () => {
  const chance = chanceOf(1, 'means')
  const mean = (draw: () => number) => Array.from({ length: 20_000 }, draw).reduce((sum, one) => sum + one, 0) / 20_000
  expect(mean(chance.share)).toBeCloseTo(0.5, 1)
  expect(mean(chance.normal)).toBeCloseTo(0, 1)
  expect(mean(() => chance.poisson(3))).toBeCloseTo(3, 0)
  expect(mean(() => chance.whole(1, 6))).toBeCloseTo(3.5, 1)
  expect(mean(() => (chance.about(10, 0.8) < 10 ? 1 : 0))).toBeCloseTo(0.5, 1)
  expect(mean(() => chance.weighted([0, 1], (one) => (one === 1 ? 3 : 1)))).toBeCloseTo(0.75, 1)
})
