import { describe, expect, test } from 'vitest'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MixedModelInput } from '../mixed-model/types.ts'
import { randomStream } from '../random.ts'
import { calibrateEvidence, type EvidenceFeature } from './calibrate-evidence.ts'

/** 1,800 answers of 300 customers on 60 employees whose log variance is -0.5 first + 0.3 second, times `strength`. */
function world(seed: number, strength = 1) {
  const { normal, uniform } = randomStream(seed)
  const [n, customers, employees] = [1800, 300, 60]
  const index = (levels: number) => Int32Array.from({ length: n }, () => Math.floor(levels * uniform()))
  const [customer, employee] = [index(customers), index(employees)]
  const leniency = Array.from({ length: customers }, () => 0.5 * normal())
  const effect = Array.from({ length: employees }, () => 0.3 * normal())
  const first = Float64Array.from({ length: n }, () => normal())
  const second = Float64Array.from({ length: n }, () => uniform() * 3)
  const y = Float64Array.from(
    { length: n },
    (_, r) =>
      3 + leniency[customer[r]!]! + effect[employee[r]!]! + Math.exp((strength * (-0.5 * first[r]! + 0.3 * second[r]!)) / 2) * normal(),
  )
  const input: MixedModelInput = {
    y,
    X: new Float64Array(n).fill(1),
    p: 1,
    factors: [
      { name: 'employee', levels: employees, index: employee },
      { name: 'customer', levels: customers, index: customer },
    ],
  }
  const feature = (name: string, values: Float64Array): EvidenceFeature => ({ name, values, priorMean: 0, priorSd: 0.5 })
  return { input, features: [feature('first', first), feature('second', second)] }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const seeds = [1, 2, 3, 4, 5, 6]

describe('evidence weights', () => {
  test('recover what the file is worth, with intervals that cover it', () => {
    const runs = seeds.map((seed) => {
      const { input, features } = world(seed)
      return calibrateEvidence(input, features)
    })
    expect(mean(runs.map(({ effects }) => effects[0]!.delta))).toBeCloseTo(-0.5, 1)
    expect(mean(runs.map(({ effects }) => effects[1]!.delta))).toBeCloseTo(0.3, 1)
    const covered = runs.flatMap(({ effects }) => [
      Math.abs(effects[0]!.delta + 0.5) < 1.96 * effects[0]!.se,
      Math.abs(effects[1]!.delta - 0.3) < 1.96 * effects[1]!.se,
    ])
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(9)
    for (const { effects, criterionDrop, weights, fit } of runs) {
      expect(effects.every(({ matters }) => matters)).toBe(true)
      expect(effects[0]!.worthPerUnit[0]).toBeCloseTo(Math.exp(-effects[0]!.delta), 12)
      expect(criterionDrop).toBeGreaterThan(50)
      expect(mean([...weights])).toBeCloseTo(1, 1)
      expect(fit.converged).toBe(true)
    }
  })

  test('say nothing where the file says nothing', () => {
    const runs = seeds.map((seed) => {
      const { input, features } = world(seed, 0)
      return calibrateEvidence(input, features)
    })
    expect(runs.flatMap(({ effects }) => effects).filter(({ matters }) => matters).length).toBeLessThanOrEqual(2)
    for (const { criterionDrop, weights } of runs) {
      expect(Math.abs(criterionDrop)).toBeLessThan(12)
      expect(Math.max(...weights)).toBeLessThan(1.6)
    }
  })

  test('stay within their bounds, and the rows that hit one are counted', () => {
    const { input, features } = world(1)
    const { weights, atBounds } = calibrateEvidence(input, features, { min: 0.8, max: 1.25 })
    expect([Math.min(...weights), Math.max(...weights)]).toEqual([0.8, 1.25])
    expect(atBounds).toBe(weights.filter((weight) => weight === 0.8 || weight === 1.25).length)
  })

  test('do not depend on the unit in which a feature is measured', () => {
    const { input, features } = world(2)
    const wide = features.map((feature) => ({
      ...feature,
      values: feature.values.map((value) => 100 * value + 5),
      priorSd: feature.priorSd / 100,
    }))
    const [one, other] = [calibrateEvidence(input, features), calibrateEvidence(input, wide)]
    expect(other.effects[0]!.delta * 100).toBeCloseTo(one.effects[0]!.delta, 5)
    expect(other.fit.criterion).toBeCloseTo(one.fit.criterion, 5)
  })

  test('without features are the weights of the input and the plain fit', () => {
    const { input } = world(3)
    const { fit, weights, criterionDrop } = calibrateEvidence(input, [])
    expect([fit.criterion, criterionDrop, weights.every((weight) => weight === 1)]).toEqual([fitMixedModel(input).criterion, 0, true])
  })

  test('a feature of another length, with a gap, or for another family is refused', () => {
    const { input, features } = world(3)
    const spoilt = (values: Float64Array) => () => calibrateEvidence(input, [{ ...features[0]!, values }])
    expect(spoilt(new Float64Array(3))).toThrow('LENGTH')
    expect(spoilt(features[0]!.values.map((value, row) => (row === 9 ? Number.NaN : value)))).toThrow('NON_FINITE_X')
    expect(() => calibrateEvidence({ ...input, family: 'binomial' }, features)).toThrow('BAD_OPTION')
  })
})
