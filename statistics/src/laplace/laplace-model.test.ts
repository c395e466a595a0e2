import { describe, expect, test } from 'vitest'
import { equationsFor } from '../mixed-model/choose-solver.ts'
import { layOut } from '../mixed-model/design.ts'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import { expectClose } from '../testing/expect-close.ts'
import { madeUpOpinions } from '../testing/made-up-opinions.ts'
import { censoredLognormal } from './censored-lognormal.ts'
import type { ResponseFamily } from './family.ts'
import { gradientAt, modeAt, type LaplaceModel } from './laplace-model.ts'
import { binomialLogit, orderedLogit } from './ordered-logit.ts'

const { input, truth } = madeUpOpinions({ rows: 300, customers: 40, employees: 12, together: 3, seed: 4 })
const rating = input.y.map((value) => Math.max(1, Math.min(5, Math.round(value))))
const isLong = input.y.map((value) => (value > 3 ? 1 : 0))
const time = input.y.map(Math.exp)
const censor = Uint8Array.from(input.y, (value, r) => (value > 3 && r % 3 === 0 ? 1 : 0))

const families: [string, ResponseFamily, Float64Array][] = [
  ['binomial', binomialLogit(isLong, input.weights), new Float64Array(0)],
  ['cumulative logit', orderedLogit(rating, input.weights), Float64Array.of(-2.5, -1, 0.4, 2)],
  ['log-normal with censoring', censoredLognormal(time, input.weights, censor), Float64Array.of(0.2)],
]

describe.each(families)('the criterion of the family %s', (_, family, phi) => {
  const design = layOut(300, input.factors, new Float64Array(0), 0)
  const model: LaplaceModel = { family, design, equations: equationsFor(design, {}), X: input.X, p: 2 }
  const beta = Float64Array.of(0.1, 0.3)
  const point = Float64Array.from([...beta, ...phi, -0.7, -1.2])
  const parametersAt = (at: Float64Array) => ({
    beta: at.subarray(0, 2),
    phi: at.subarray(2, 2 + phi.length),
    logVariances: at.subarray(2 + phi.length),
  })
  const none = { a: new Float64Array(40), b: new Float64Array(12) }
  const modeOf = (at: Float64Array) => modeAt(model, parametersAt(at), none)

  test('has the gradient that its differences have', () => {
    const gradient = gradientAt(model, parametersAt(point), modeOf(point))
    const step = 1e-4
    const differences = point.map((_value, i) => {
      const moved = (by: number) => modeOf(point.map((value, j) => (i === j ? value + by : value))).criterion
      return (moved(step) - moved(-step)) / (2 * step)
    })
    expectClose(gradient, differences, 1e-5)
  })

  test('curves with the parameters of the family as its differences do', () => {
    const eta = input.y.map((value) => value / 3)
    const curvature = family.curvature(eta, phi)
    const step = 1e-5
    const slope = (at: Float64Array) => family.parameters(eta, at).map(({ logLikelihood }) => logLikelihood)
    phi.forEach((_value, i) => {
      const moved = (by: number) => slope(phi.map((value, j) => (i === j ? value + by : value)))
      const [up, down] = [moved(step), moved(-step)]
      expectClose(
        curvature.subarray(i * phi.length, (i + 1) * phi.length),
        up.map((value, j) => (down[j]! - value) / (2 * step)),
        1e-5,
      )
    })
  })
})

describe('a fit by Laplace', () => {
  test('of uncensored log-normal times is the gaussian maximum likelihood fit of their logarithms', () => {
    const { weights: _, ...plain } = input
    const fit = fitMixedModel({ ...plain, y: time, family: 'lognormal-censored' })
    const gaussian = fitMixedModel(plain, { start: fit.terms.map(({ variance }) => variance / fit.sigma2), maxIterations: 0 })
    expectClose(fit.beta, gaussian.beta, 1e-5)
    fit.terms.forEach(({ effect }, k) => expectClose(effect, gaussian.terms[k]!.effect, 1e-4))
    expect(fit.sigma2).toBeCloseTo(gaussian.sigma2 * (298 / 300), 4)
  })

  test('of ratings finds who is better, with errors that fit', () => {
    const large = madeUpOpinions({ rows: 3000, customers: 400, employees: 40, seed: 12, variances: [0.3, 0.4, 1] })
    const y = large.input.y.map((value) => Math.max(1, Math.min(5, Math.round(value))))
    const fit = fitMixedModel({ ...large.input, y, family: 'cumulative-logit' })
    const { effect, seFull } = fit.terms[1]!
    const scale =
      effect.reduce((sum, value, d) => sum + value * large.truth.employee[d]!, 0) / effect.reduce((sum, value) => sum + value * value, 0)
    const mean = large.truth.employee.reduce((sum, value) => sum + value, 0) / 40
    const covered = effect.filter((value, d) => Math.abs(value - (large.truth.employee[d]! - mean) / scale) < 1.96 * seFull[d]!)
    expect(fit.converged).toBe(true)
    expect([...fit.thresholds!]).toEqual([...fit.thresholds!].toSorted((a, b) => a - b))
    expect(covered.length).toBeGreaterThanOrEqual(35)
  })

  test('leaves a factor without influence at variance 0', () => {
    const customersOnly = isLong.map((_, r) => ((input.factors[0]!.index[r]! * 7 + r) % 2 === 0 ? 1 : 0))
    const fit = fitMixedModel({ ...input, y: customersOnly, family: 'binomial' })
    const zero = fit.terms.filter(({ atBoundary }) => atBoundary)
    expect(zero.length).toBeGreaterThan(0)
    for (const term of zero) expect(term.effect.every((value) => value === 0)).toBe(true)
  })

  test('of ratings in which one category never occurs has thresholds between those that do', () => {
    const y = rating.map((value) => (value === 2 ? 1 : value))
    const fit = fitMixedModel({ ...input, y, family: 'cumulative-logit' })
    expect(fit.thresholds).toHaveLength(3)
    expect(fit.converged).toBe(true)
  })

  test('is the same for rows in another order', () => {
    const backwards = <A extends Float64Array | Int32Array>(values: A, width = 1): A =>
      values.map((_, at) => values[(299 - Math.floor(at / width)) * width + (at % width)]!) as A
    const [customer] = input.factors
    const forth = { ...input, y: rating, factors: [customer!], family: 'cumulative-logit' as const }
    const back = {
      ...forth,
      y: backwards(rating),
      X: backwards(input.X, 2),
      weights: backwards(input.weights),
      factors: [{ ...customer!, index: backwards(customer!.index) }],
    }
    const [one, other] = [fitMixedModel(forth), fitMixedModel(back)]
    expect(other.criterion).toBeCloseTo(one.criterion, 9)
    expectClose(other.terms[0]!.effect, one.terms[0]!.effect, 1e-9)
    expectClose(other.thresholds!, one.thresholds!, 1e-9)
  })

  test('by conjugate gradients comes near the exact one', () => {
    const large = madeUpOpinions({ rows: 2000, customers: 300, employees: 60, seed: 3, variances: [0.4, 0.6, 1] })
    const y = large.input.y.map((value) => (value > 3 ? 1 : 0))
    const [dense, pcg] = (['dense', 'pcg'] as const).map((solver) => fitMixedModel({ ...large.input, y, family: 'binomial' }, { solver }))
    expect(Math.abs(pcg!.criterion - dense!.criterion)).toBeLessThan(4 * pcg!.solver.criterionError + 0.1)
    expectClose(pcg!.beta, dense!.beta, 0.02)
  })

  test('can be drawn from', () => {
    const fit = fitMixedModel({ ...input, y: isLong, family: 'binomial' })
    const sample = fit.sample('employee', 2000, 1)
    const { effect, seFull } = fit.terms[1]!
    const deviations = Float64Array.from({ length: 2000 }, (_, m) => sample[m * 12]! - effect[0]!)
    expect(Math.sqrt(deviations.reduce((sum, value) => sum + value * value, 0) / 2000) / seFull[0]!).toBeCloseTo(1, 1)
    expect(truth.employee).toHaveLength(12)
  })
})
