import { describe, expect, test } from 'vitest'
import { chiSquaredTail, noncentralChiSquared, noncentralityAt } from '../distributions/chi-squared.ts'
import { falseDiscoveryRates } from '../distributions/false-discoveries.ts'
import { normalCdf } from '../distributions/normal.ts'
import { randomStream } from '../random.ts'
import { associate } from './associate.ts'
import { cliffsDelta } from './cliffs-delta.ts'
import { cramersV } from './cramers-v.ts'

const grouped = (...groups: number[][]) => ({
  group: Int32Array.from(groups.flatMap((values, index) => values.map(() => index))),
  groups: groups.length,
  values: Float64Array.from(groups.flat()),
})

describe('the chi-squared', () => {
  test('has the tails of the tables', () => {
    expect(chiSquaredTail(3.841_458_820_694_124, 1)).toBeCloseTo(0.05, 12)
    expect(chiSquaredTail(11.070_497_693_516_351, 5)).toBeCloseTo(0.05, 12)
    // With two degrees of freedom it is the exponential.
    for (const x of [0.1, 1, 7, 60]) expect(chiSquaredTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12)
  })

  test('noncentral with one degree of freedom is the square of a normal off its middle', () => {
    for (const ncp of [0, 0.5, 4, 30, 400])
      for (const x of [0.2, 3, 25, 410])
        expect(noncentralChiSquared(x, 1, ncp)).toBeCloseTo(
          normalCdf(Math.sqrt(x) - Math.sqrt(ncp)) - normalCdf(-Math.sqrt(x) - Math.sqrt(ncp)),
          9,
        )
  })

  test('its noncentrality is found again from a probability, and is 0 where chance explains it', () => {
    expect(noncentralityAt(noncentralChiSquared(20, 4, 9), 20, 4)).toBeCloseTo(9, 5)
    expect(noncentralityAt(0.975, 2, 4)).toBe(0)
  })
})

describe('groups that differ in a value', () => {
  test('three groups one above the other: H is 7.2 and eta squared (7.2 - 2) / 6, worked by hand', () => {
    const found = associate(grouped([1, 2, 3], [4, 5, 6], [7, 8, 9]), { permuteBelow: 0 })
    expect(found).toMatchObject({ n: 9, sizes: [3, 3, 3], means: [2, 5, 8], df: 2, effect: 'eta-squared', method: 'asymptotic' })
    expect(found.statistic).toBeCloseTo(7.2, 12)
    expect(found.p).toBeCloseTo(Math.exp(-3.6), 12)
    expect(found.value).toBeCloseTo(5.2 / 6, 12)
    expect(found.low).toBeLessThan(found.value)
    expect(found.high).toBeGreaterThanOrEqual(found.value)
  })

  test('ties share their rank: two groups with ties, H 1.588 worked by hand', () => {
    // Ranks 1, 2.5, 4.5 and 2.5, 4.5, 6: sums 8 and 13; H = 12/42 (64/3 + 169/3) - 21 = 25/21, over 1 - 12/210.
    const found = associate(grouped([1, 2, 3], [2, 3, 4]), { permuteBelow: 0 })
    expect(found.statistic).toBeCloseTo(25 / 21 / (1 - 12 / 210), 12)
    expect(found).toMatchObject({ effect: 'cliffs-delta' })
    expect(found.value).toBeCloseTo(5 / 9, 12)
  })

  test('by permutation, of twenty ways to part six things two are as far apart', () => {
    const found = associate(grouped([1, 2, 3], [4, 5, 6]), { permutations: 20_000 })
    expect(found.method).toBe('permutation')
    expect(found.p).toBeCloseTo(0.1, 2)
    expect(associate(grouped([1, 2, 3], [4, 5, 6]), { permutations: 20_000 }).p).toBe(found.p)
  })

  test('Cliff’s delta lies between -1 and 1, changes its sign with the sides, and its interval holds it', () => {
    const [a, b] = [Float64Array.of(1, 2, 2, 5, 9, 9), Float64Array.of(3, 4, 9, 9, 12)]
    const [there, back] = [cliffsDelta(a, b, 1.96), cliffsDelta(b, a, 1.96)]
    expect(there.value).toBeCloseTo(-back.value, 12)
    expect(there.low).toBeCloseTo(-back.high, 12)
    expect(there.low).toBeLessThan(there.value)
    expect(there.high).toBeGreaterThan(there.value)
    expect(cliffsDelta(Float64Array.of(1, 2), Float64Array.of(3, 4), 1.96)).toMatchObject({ value: 1, high: 1 })
  })

  test('where all values are one there is nothing to find', () => {
    expect(associate(grouped([2, 2, 2], [2, 2]), { permuteBelow: 0 })).toMatchObject({ statistic: 0, p: 1, value: 0 })
  })

  test('what cannot be tested is refused', () => {
    expect(() => associate(grouped([1, 2, 3]))).toThrow('TOO_FEW_ROWS')
    expect(() => associate(grouped([1, 2], [3]))).toThrow('TOO_FEW_ROWS')
    expect(() => associate(grouped([1, Number.NaN], [3, 4]))).toThrow('NON_FINITE_Y')
    expect(() => associate({ ...grouped([1, 2], [3, 4]), group: Int32Array.of(0, 0, 1, 2) })).toThrow('BAD_INDEX')
    expect(() => associate({ ...grouped([1, 2], [3, 4]), group: Int32Array.of(0) })).toThrow('LENGTH')
    expect(() => associate(grouped([1, 2], [3, 4]), { confidence: 1 })).toThrow('BAD_OPTION')
  })

  test('the interval of eta squared covers what is true about nineteen times in twenty', () => {
    const random = randomStream(11)
    const sample = (n: number) => grouped(...[0, 0.35, 0.7].map((shift) => Array.from({ length: n }, () => random.normal() + shift)))
    const truth = associate(sample(40_000), { permuteBelow: 0 }).value
    let covered = 0
    const times = 300
    for (let time = 0; time < times; time++) {
      const { low, high } = associate(sample(60), { permuteBelow: 0 })
      if (low <= truth && truth <= high) covered++
    }
    expect(covered / times).toBeGreaterThan(0.92)
    expect(covered / times).toBeLessThan(0.98)
  })
})

describe('two namings of the same things', () => {
  test('a table worked by hand', () => {
    const found = cramersV([
      [10, 20],
      [30, 40],
    ])
    expect(found.statistic).toBeCloseTo(4_000_000 / 5_040_000, 12)
    expect(found).toMatchObject({ n: 100, df: 1, value: 0, low: 0 })
    expect(found.p).toBeCloseTo(0.373, 3)
  })

  test('namings that are one have a V of nearly 1', () => {
    const found = cramersV([
      [50, 0, 0],
      [0, 30, 0],
      [0, 0, 20],
      [0, 0, 0],
    ])
    expect(found.statistic).toBeCloseTo(200, 10)
    expect(found.value).toBeCloseTo(Math.sqrt(196 / 200), 12)
    expect(found.p).toBeLessThan(1e-30)
  })

  test('a table with one row that holds anything, and one that is crooked, are refused', () => {
    expect(() =>
      cramersV([
        [1, 2],
        [0, 0],
      ]),
    ).toThrow('TOO_FEW_ROWS')
    expect(() => cramersV([[1], [2, 3]])).toThrow('LENGTH')
    expect(() => cramersV([[1.5, 2]])).toThrow('NON_FINITE_X')
  })
})

describe('false discoveries', () => {
  test('the adjustment of Benjamini and Hochberg, worked by hand', () => {
    const rates = falseDiscoveryRates([0.01, 0.04, 0.03, 0.005])
    ;[0.02, 0.04, 0.04, 0.02].forEach((expected, index) => expect(rates[index]).toBeCloseTo(expected, 14))
    expect(falseDiscoveryRates([])).toEqual([])
    expect(falseDiscoveryRates([0.9, 0.2])).toEqual([0.9, 0.4])
  })

  test('where nothing is true, hardly ever is anything found; where half is true, a tenth of what is found is false', () => {
    const random = randomStream(5)
    // Counts as customers have them: mostly none, sometimes many.
    const visits = (rate: number) => (random.uniform() < 0.6 ? 0 : Math.floor(-Math.log(1 - random.uniform()) * 3 * rate))
    const test = (effect: number) =>
      associate(grouped(...[1, 1, 1 + effect].map((rate) => Array.from({ length: 150 }, () => visits(rate))))).p
    const study = (effects: readonly number[]) => falseDiscoveryRates(effects.map(test)).map((rate) => rate < 0.1)
    const times = 60
    let anything = 0
    let falseShare = 0
    let found = 0
    for (let time = 0; time < times; time++) {
      if (study(Array.from({ length: 12 }, () => 0)).includes(true)) anything++
      const mixed = study(Array.from({ length: 12 }, (_, index) => (index < 6 ? 2 : 0)))
      const wrong = mixed.filter((isFound, index) => isFound && index >= 6).length
      found += mixed.filter(Boolean).length
      falseShare += wrong / Math.max(1, mixed.filter(Boolean).length)
    }
    expect(anything / times).toBeLessThan(0.18)
    expect(falseShare / times).toBeLessThan(0.1)
    expect(found).toBeGreaterThan(times * 2)
  })
})
