import { beforeAll, describe, expect, test } from 'vitest'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MixedModelFit } from '../mixed-model/types.ts'
import { expectClose } from '../testing/expect-close.ts'
import { madeUpOpinions } from '../testing/made-up-opinions.ts'
import { lanczosLogarithm } from './lanczos-logarithm.ts'

const { input } = madeUpOpinions({ rows: 5000, customers: 700, employees: 240, together: 3, seed: 5 })
const topic = { name: 'topic', levels: 13, index: Int32Array.from(input.y, (_, r) => (r * 7) % 13) }
const crossed = { ...input, factors: [...input.factors, topic], y: input.y.map((value, r) => value + ((r * 7) % 13) / 8) }

describe('conjugate gradients instead of a dense factor', () => {
  let dense: MixedModelFit
  let pcg: MixedModelFit
  beforeAll(() => {
    dense = fitMixedModel(crossed, { leverage: true })
    pcg = fitMixedModel(crossed, { leverage: true, solver: 'pcg' })
  })

  test('find the same variances within the error that they state', () => {
    expect(pcg.converged).toBe(true)
    expect(pcg.solver).toMatchObject({ kind: 'pcg', size: 255 })
    expect(pcg.solver.traceError).toBeLessThan(0.01)
    pcg.terms.forEach(({ variance }, k) =>
      expect(Math.abs(variance / dense.terms[k]!.variance - 1)).toBeLessThan(3 * pcg.solver.traceError),
    )
    expect(Math.abs(pcg.criterion - dense.criterion)).toBeLessThan(4 * pcg.solver.criterionError)
  })

  test('find the same effects and standard errors', () => {
    expectClose(pcg.beta, dense.beta, 1e-4)
    expectClose(pcg.betaSe, dense.betaSe, 1e-3)
    pcg.terms.forEach(({ effect, seFull, seGivenFixed }, k) => {
      const other = dense.terms[k]!
      expectClose(effect, other.effect, 2e-3)
      expectClose(
        seFull.map((value, at) => value / other.seFull[at]!),
        new Float64Array(effect.length).fill(1),
        0.05,
      )
      expectClose(
        seGivenFixed.map((value, at) => value / other.seGivenFixed[at]!),
        new Float64Array(effect.length).fill(1),
        0.05,
      )
    })
    expectClose(pcg.leverage!, dense.leverage!, 0.01)
  })

  test('at the same variances solve the same equations', () => {
    const options = { start: [0.3, 0.2, 0.1], maxIterations: 0 }
    const [exact, iterated] = [fitMixedModel(crossed, options), fitMixedModel(crossed, { ...options, solver: 'pcg' })]
    expectClose(iterated.beta, exact.beta, 1e-7)
    exact.terms.forEach(({ effect }, k) => expectClose(iterated.terms[k]!.effect, effect, 1e-7))
  })

  test('draw from the same posterior', () => {
    const draws = 300
    const sample = pcg.sample('topic', draws, 3)
    const { effect, seFull } = pcg.terms[2]!
    for (const level of [0, 6, 12]) {
      const deviations = Float64Array.from({ length: draws }, (_, m) => sample[m * 13 + level]! - effect[level]!)
      expect(Math.sqrt(deviations.reduce((sum, value) => sum + value * value, 0) / draws) / seFull[level]!).toBeCloseTo(1, 0.6)
    }
  })

  test('are chosen when the dense system would be too large', () => {
    expect(fitMixedModel(crossed, { denseLimit: 200, maxIterations: 1 }).solver.kind).toBe('pcg')
    expect(dense.solver.kind).toBe('dense')
  })

  test('do without anything to iterate over', () => {
    const single = { ...input, factors: [input.factors[0]!] }
    expect(fitMixedModel(single, { solver: 'pcg' }).criterion).toBeCloseTo(fitMixedModel(single).criterion, 8)
  })
})

test('the logarithm of a tridiagonal matrix is that of its eigenvalues', () => {
  // Eigenvalues 1 and 3 with equal weight on the first unit vector.
  expect(lanczosLogarithm([2, 2], [1, 0])).toBeCloseTo(Math.log(3) / 2, 12)
  expect(lanczosLogarithm([5], [0])).toBeCloseTo(Math.log(5), 12)
  // The second difference matrix of order 3: 2 - sqrt 2, 2, 2 + sqrt 2 with weights 1/4, 1/2, 1/4.
  const expected = (Math.log(2 - Math.SQRT2) + Math.log(2 + Math.SQRT2)) / 4 + Math.log(2) / 2
  expect(lanczosLogarithm([2, 2, 2], [-1, -1, 0])).toBeCloseTo(expected, 12)
})
