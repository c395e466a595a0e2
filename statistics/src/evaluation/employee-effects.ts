import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MixedModelFit, RandomTerm } from '../mixed-model/types.ts'
import { randomStream } from '../random.ts'
import type { OpinionModel } from './fit-opinion-model.ts'
import { heldAt } from './start-at.ts'

/** Effects of employees in points, in the order of `prepared.employees`. */
export interface EmployeeEffects {
  variance: number
  atBoundary: boolean
  effect: Float64Array
  /** Standard error, fixed effects included; where data are few the uncertainty of the variances as well. */
  se: Float64Array
  /** Joint draws, draws x employees, handed over in pieces that fit in memory. */
  eachDraw(draws: number, seed: number, visit: (draw: Float64Array) => void): void
}

const MIXED_FITS = 50
const FEW_EMPLOYEES = 40
const FEW_ROWS = 1500
/** A variance ratio is drawn at most 20 times larger or smaller than estimated: beyond, the normal law on the logarithm is no guide. */
const FARTHEST = 3
const DRAWS_AT_ONCE = 100

/** The employees' effects of a model; undefined where they could not be identified. */
export function employeeEffects(model: OpinionModel): EmployeeEffects | undefined {
  const { fit } = model.calibrated
  const main = fit.terms.find(({ name }) => name === 'employee')
  if (!main) return undefined
  const few = main.effect.length < FEW_EMPLOYEES || model.prepared.rows.length < FEW_ROWS
  const fits = few && !main.atBoundary && fit.converged ? fitsAtDrawnVariances(model) : [fit]
  return {
    variance: main.variance,
    atBoundary: main.atBoundary,
    effect: main.effect,
    se: fits.length > 1 ? mixedErrors(main, fits.map(employeeTerm)) : main.seFull,
    eachDraw: (draws, seed, visit) => drawFrom(fits, draws, seed, visit),
  }
}

const employeeTerm = (fit: MixedModelFit): RandomTerm => fit.terms.find(({ name }) => name === 'employee')!

/** Fits with the log variance ratios drawn from their approximate law N(estimate, AI^-1), the variances held there. */
function fitsAtDrawnVariances({ prepared, calibrated, config, options }: OpinionModel): MixedModelFit[] {
  const { fit, weights } = calibrated
  const factors = prepared.input.factors
  const root = lowerRoot(fit.logVarianceCov, factors.length)
  const start = heldAt(fit)
  const { normal } = randomStream(config.seed)
  return Array.from({ length: MIXED_FITS }, () => {
    const z = Float64Array.from(factors, () => normal())
    const drawn = start.map((ratio, k) => {
      const shift = z.reduce((sum, one, j) => sum + (root[k * factors.length + j] ?? 0) * one, 0)
      return ratio * Math.exp(Math.max(-FARTHEST, Math.min(FARTHEST, shift)))
    })
    return fitMixedModel({ ...prepared.input, weights }, { ...options, start: drawn, maxIterations: 0 })
  })
}

/** Mean variance plus variance of the means, about the estimate that is shown. */
function mixedErrors(main: RandomTerm, drawn: readonly RandomTerm[]): Float64Array {
  return main.effect.map((centre, level) => {
    const squares = drawn.reduce((sum, term) => sum + (term.seFull[level] ?? 0) ** 2 + ((term.effect[level] ?? 0) - centre) ** 2, 0)
    return Math.sqrt(squares / drawn.length)
  })
}

function drawFrom(fits: readonly MixedModelFit[], draws: number, seed: number, visit: (draw: Float64Array) => void): void {
  for (let done = 0, piece = 0; done < draws; piece++) {
    const fit = fits[piece % fits.length]!
    const levels = employeeTerm(fit).effect.length
    const count = Math.min(draws - done, fits.length > 1 ? Math.ceil(draws / fits.length) : DRAWS_AT_ONCE)
    const values = fit.sample('employee', count, seed + piece)
    for (let m = 0; m < count; m++) visit(values.subarray(m * levels, (m + 1) * levels))
    done += count
  }
}

/** Lower triangle L with L L' = matrix; rows of zeros (terms at the boundary) stay zero. */
function lowerRoot(matrix: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (root[i * size + k] ?? 0) * (root[j * size + k] ?? 0)
      const pivot = root[j * size + j] ?? 0
      root[i * size + j] = i === j ? Math.sqrt(Math.max(0, sum)) : pivot > 0 ? sum / pivot : 0
    }
  }
  return root
}
