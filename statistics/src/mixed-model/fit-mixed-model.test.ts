import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectClose } from '../testing/expect-close.ts'
import { explicitSolve } from '../testing/explicit-solve.ts'
import { madeUpOpinions } from '../testing/made-up-opinions.ts'
import { fitMixedModel } from './fit-mixed-model.ts'
import type { FactorSpec, MixedModelInput } from './types.ts'

describe('several employees in a row', () => {
  test.each([2, 3, 4])('up to %i: everything equals the equations written out in full', (together) => {
    const { input } = madeUpOpinions({ rows: 140, customers: 40, employees: 12, together, seed: together })
    const fit = fitMixedModel(input, { leverage: true })
    const ratios = fit.terms.map(({ variance }) => variance / fit.sigma2)
    const { solution, inverse, size, starts, order, sigma2, form } = explicitSolve(input, ratios)
    expect(fit.sigma2).toBeCloseTo(sigma2, 9)
    expectClose(fit.beta, solution.subarray(order), 1e-8)
    fit.terms.forEach(({ effect, seFull }, k) => {
      expectClose(effect, solution.subarray(starts[k], starts[k]! + effect.length), 1e-8)
      expectClose(
        seFull,
        effect.map((_, level) => Math.sqrt(sigma2 * inverse[(starts[k]! + level) * (size + 1)]!)),
        1e-8,
      )
    })
    expectClose(
      fit.betaSe,
      [0, 1].map((j) => Math.sqrt(sigma2 * inverse[(order + j) * (size + 1)]!)),
      1e-8,
    )
    expectClose(
      fit.leverage!,
      input.weights.map((weight, r) => weight * form(r)),
      1e-8,
    )
    const known = explicitSolve({ ...input, X: new Float64Array(0), p: 0 }, ratios)
    fit.terms.forEach(({ seGivenFixed }, k) =>
      expectClose(
        seGivenFixed,
        seGivenFixed.map((_, level) => Math.sqrt(sigma2 * known.inverse[(starts[k]! + level) * (known.size + 1)]!)),
        1e-8,
      ),
    )
  })

  test('the truth comes back: variances near, intervals that cover', () => {
    const { input, truth } = madeUpOpinions({ rows: 6000, customers: 900, employees: 150, together: 4, seed: 5 })
    const fit = fitMixedModel(input)
    const [customer, employee] = fit.terms
    expect(customer!.variance).toBeCloseTo(0.3, 1)
    expect(Math.abs(employee!.variance - 0.2)).toBeLessThan(0.07)
    expect(fit.sigma2).toBeCloseTo(1, 1)
    const covered = truth.employee.filter((value, d) => Math.abs(value - employee!.effect[d]!) < 1.96 * employee!.seFull[d]!)
    expect(covered.length / 150).toBeGreaterThan(0.9)
  })

  test('a model with multiple membership alone needs no factor to absorb', () => {
    const { input } = madeUpOpinions({ rows: 120, customers: 30, employees: 10, together: 3 })
    const alone = { ...input, factors: [input.factors[1]!] }
    const fit = fitMixedModel(alone, { leverage: true })
    const { solution, form } = explicitSolve(alone, [fit.terms[0]!.variance / fit.sigma2])
    expectClose(fit.terms[0]!.effect, solution.subarray(0, 10), 1e-8)
    expectClose(
      fit.leverage!,
      input.weights.map((weight, r) => weight * form(r)),
      1e-8,
    )
  })
})

describe('a fit', () => {
  const { input } = madeUpOpinions({ rows: 500, customers: 80, employees: 20, together: 2, seed: 9 })
  const fit = fitMixedModel(input, { leverage: true })

  test('has a criterion that is smallest there', () => {
    const best = fit.terms.map(({ variance }) => variance / fit.sigma2)
    for (const k of [0, 1])
      for (const factor of [0.9, 1.1]) {
        const start = best.map((ratio, at) => (at === k ? ratio * factor : ratio))
        expect(fitMixedModel(input, { start, maxIterations: 0 }).criterion).toBeGreaterThan(fit.criterion)
      }
  })

  test('has leverages that add up to what the model takes of the data', () => {
    const total = fit.leverage!.reduce((sum, h) => sum + h, 0)
    const { inverse, size, order } = explicitSolve(
      input,
      fit.terms.map(({ variance }) => variance / fit.sigma2),
    )
    let penalty = 0
    fit.terms.forEach(({ variance, effect }, k) => {
      const from = k === 0 ? 0 : 80
      for (let level = 0; level < effect.length; level += 1) penalty += (inverse[(from + level) * (size + 1)]! * fit.sigma2) / variance
    })
    expect(total).toBeCloseTo(order + 2 - penalty, 8)
  })

  test('gives draws with its own means, errors and correlations', () => {
    const [, employee] = fit.terms
    const draws = 4000
    const sample = fit.sample('employee', draws, 7)
    expect(sample).toEqual(fit.sample('employee', draws, 7))
    const at = (m: number, level: number) => sample[m * 20 + level]!
    const { inverse, size } = explicitSolve(
      input,
      fit.terms.map(({ variance }) => variance / fit.sigma2),
    )
    for (const level of [0, 7, 19]) {
      const [deviations, next] = [level, (level + 1) % 20].map((l) =>
        Float64Array.from({ length: draws }, (_, m) => at(m, l) - employee!.effect[l]!),
      )
      const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, m) => sum + value * b[m]!, 0) / draws
      expect(Math.abs(product(deviations!, new Float64Array(draws).fill(1)))).toBeLessThan(0.1 * employee!.seFull[level]!)
      expect(Math.sqrt(product(deviations!, deviations!)) / employee!.seFull[level]!).toBeCloseTo(1, 1)
      const covariance = fit.sigma2 * inverse[(80 + level) * size + 80 + ((level + 1) % 20)]!
      expect(Math.abs(product(deviations!, next!) - covariance)).toBeLessThan(0.1 * employee!.seFull[level]! ** 2)
    }
  })

  test('is the same for rows in another order and levels with other numbers', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { shuffled, renamed } = shuffle(input, seed)
        const other = fitMixedModel(shuffled, { leverage: true })
        expect(other.criterion).toBeCloseTo(fit.criterion, 9)
        expectClose(other.beta, fit.beta, 1e-9)
        fit.terms.forEach(({ variance, effect, seFull }, k) => {
          expect(other.terms[k]!.variance).toBeCloseTo(variance, 9)
          expectClose(
            effect.map((_, level) => other.terms[k]!.effect[renamed[k]![level]!]!),
            effect,
            1e-9,
          )
          expectClose(
            seFull.map((_, level) => other.terms[k]!.seFull[renamed[k]![level]!]!),
            seFull,
            1e-9,
          )
        })
      }),
      { numRuns: 5 },
    )
  })

  test('does not depend on the unit of the loadings', () => {
    const load = input.factors[1]!.load!.map((share) => share * 1e5)
    const other = fitMixedModel({ ...input, factors: [input.factors[0]!, { ...input.factors[1]!, load }] })
    expect(other.criterion).toBeCloseTo(fit.criterion, 6)
    expectClose(other.beta, fit.beta, 1e-7)
    expect(other.terms[1]!.variance * 1e10).toBeCloseTo(fit.terms[1]!.variance, 6)
  })

  test('knows of a level without opinions only what all levels have in common', () => {
    const factors = [input.factors[0]!, { ...input.factors[1]!, levels: 21 }]
    const { effect, seGivenFixed, variance } = fitMixedModel({ ...input, factors }).terms[1]!
    expect(effect[20]).toBe(0)
    expect(seGivenFixed[20]).toBeCloseTo(Math.sqrt(variance), 10)
  })

  test('with a column that others determine drops and names it', () => {
    const X = new Float64Array(3 * 500)
    for (let r = 0; r < 500; r += 1) X.set([input.X[2 * r]!, input.X[2 * r + 1]!, 2 - 3 * input.X[2 * r + 1]!], 3 * r)
    const aliased = fitMixedModel({ ...input, X, p: 3 })
    expect(aliased.droppedColumns).toEqual([2])
    expectClose(aliased.beta, [...fit.beta, 0], 1e-9)
    expect(aliased.betaSe[2]).toBe(0)
  })

  test('tells how far it is', () => {
    const seen: number[] = []
    fitMixedModel(input, { onProgress: ({ iteration }) => seen.push(iteration) })
    expect(seen).toEqual(seen.map((_, at) => at))
    expect(seen.length).toBeGreaterThan(1)
  })

  test('that may not search long enough says that it has not converged', () => {
    const early = fitMixedModel(input, { start: [50, 50], maxIterations: 1 })
    expect(early.converged).toBe(false)
    expect(early.gradientNorm).toBeGreaterThan(1e-9)
  })

  test('without random factors is weighted least squares', () => {
    const plain = fitMixedModel({ ...input, factors: [] })
    const { solution, sigma2 } = explicitSolve({ ...input, factors: [] }, [])
    expectClose(plain.beta, solution, 1e-10)
    expect(plain.sigma2).toBeCloseTo(sigma2, 10)
  })
})

/** The same opinions in another order, the levels of both factors with other numbers. */
function shuffle(input: MixedModelInput, seed: number) {
  const places = (length: number, by: number): Int32Array =>
    Int32Array.from({ length }, (_, at) => at).sort((a, b) => Math.sin(a * 12.9 + by + seed) - Math.sin(b * 12.9 + by + seed) || a - b)
  const n = input.y.length
  const order = places(n, 1)
  const renamed = input.factors.map(({ levels }, k) => places(levels, 2 + k))
  const rows = (values: Float64Array, width: number) =>
    values.map((_, at) => values[order[Math.floor(at / width)]! * width + (at % width)]!)
  const factors = input.factors.map((factor, k): FactorSpec => {
    const entries = Array.from(order, (r) => {
      const [from, to] = 'ptr' in factor ? [factor.ptr[r]!, factor.ptr[r + 1]!] : [r, r + 1]
      return Array.from({ length: to - from }, (_, t) => ({
        level: renamed[k]![factor.index[from + t]!]!,
        load: factor.load?.[from + t] ?? 1,
      }))
    })
    const ptr = Int32Array.from([0, ...entries.map(({ length }) => length)])
    for (let r = 0; r < n; r += 1) ptr[r + 1]! += ptr[r]!
    const flat = entries.flat()
    const index = Int32Array.from(flat, ({ level }) => level)
    const load = Float64Array.from(flat, (entry) => entry.load)
    return 'ptr' in factor ? { ...factor, ptr, index, load } : { ...factor, index, load }
  })
  return { renamed, shuffled: { ...input, y: rows(input.y, 1), X: rows(input.X, input.p), weights: rows(input.weights!, 1), factors } }
}
