import { describe, expect, test } from 'vitest'
import { holmAdjusted } from './holm.ts'
import { hypergeometricTail } from './hypergeometric.ts'
import { logistic, logit } from './logistic.ts'
import { logNormalTail, normalCdf, normalDensity, normalHazard, normalQuantile, normalTail } from './normal.ts'

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1)

describe('the standard normal', () => {
  test('its distribution function equals the tables, in the middle and far out', () => {
    expect(normalCdf(0)).toBe(0.5)
    expect(relative(normalCdf(1), 0.841_344_746_068_542_9)).toBeLessThan(1e-14)
    expect(relative(normalCdf(-1.96), 0.024_997_895_148_220_43)).toBeLessThan(1e-13)
    expect(relative(normalTail(6), 9.865_876_450_376_98e-10)).toBeLessThan(1e-13)
    expect(relative(normalTail(10), 7.619_853_024_160_527e-24)).toBeLessThan(1e-13)
    expect(normalCdf(Number.NaN)).toBeNaN()
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1])
  })

  test('series and continued fraction meet without a step', () => {
    for (const z of [2.5, -2.5]) expect(relative(normalCdf(z - 1e-12), normalCdf(z + 1e-12))).toBeLessThan(1e-10)
  })

  test('the logarithm of the tail goes on where the probability is 0 in doubles', () => {
    expect(relative(logNormalTail(40), -804.608_442_013_753_9)).toBeLessThan(1e-13)
    expect(logNormalTail(-40)).toBeCloseTo(0, 15)
    expect(normalHazard(40)).toBeCloseTo(40 + 1 / 40, 4)
    expect(normalHazard(0)).toBeCloseTo(2 * normalDensity(0), 14)
  })

  test('the quantile undoes the distribution function', () => {
    for (const p of [1e-300, 1e-20, 0.001, 0.025, 0.3, 0.5, 0.7, 0.999])
      expect(relative(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-11)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959_963_984_540_054, 13)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalQuantile(1.1)).toBeNaN()
  })
})

test('logistic and logit undo each other and do not overflow', () => {
  expect(logistic(800)).toBe(1)
  expect(logistic(-800)).toBeCloseTo(0, 300)
  for (const p of [0.001, 0.4, 0.999]) expect(logistic(logit(p))).toBeCloseTo(p, 14)
})

test('the tea test of Fisher: all four cups right by chance once in seventy', () => {
  expect(hypergeometricTail(4, 4, 4, 8)).toBeCloseTo(1 / 70, 14)
  expect(hypergeometricTail(3, 4, 4, 8)).toBeCloseTo(17 / 70, 14)
  expect(hypergeometricTail(0, 300, 400, 1000)).toBeCloseTo(1, 10)
})

test('the adjustment of Holm keeps the order given and never falls along the ranks', () => {
  const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005])
  ;[0.03, 0.06, 0.06, 0.02].forEach((expected, index) => expect(adjusted[index]).toBeCloseTo(expected, 14))
  expect(holmAdjusted([])).toEqual([])
})
