import { EvaluationError } from '../errors.ts'
import { randomStream } from '../random.ts'
import { effectsOf, type Coefficients, type Design } from './design.ts'
import type { Equations } from './equations.ts'
import type { FixedEffects } from './fixed-effects.ts'
import type { MixedModelFit, MixedModelInput, MixedModelOptions, RandomTerm } from './types.ts'

/** A fit in the terms of its solver. */
interface Fitted {
  input: MixedModelInput
  options: MixedModelOptions
  fixed: FixedEffects
  /** The factors that are in the model, by their place among all; the others are at variance 0. */
  active: number[]
  design: Design
  /** Prepared at the end of the search. */
  equations: Equations
  weights: Float64Array
  solution: Coefficients
  /** What the inverse of the equations is multiplied with to give error covariances. */
  scale: number
  sigma2: number
  /** Of the active factors. */
  variances: number[]
  search: { criterion: number; converged: boolean; iterations: number; gradientNorm: number; logVarianceCov: Float64Array }
}

/** Puts a fit in the words of its caller: all factors and all columns, whether kept or not. */
export function describeFit(fitted: Fitted): MixedModelFit {
  const { input, options, fixed, active, design, equations, search, sigma2, scale } = fitted
  const { criterion, converged, iterations, gradientNorm, logVarianceCov } = search
  const inverse = equations.inverseDiagonal()
  const terms = describeTerms(fitted, inverse.full, inverse.givenFixed)
  const estimates = fitted.solution.b.subarray(design.size - design.p)
  return {
    ...describeFixed(fixed, input.p, estimates, inverse.fixed, design.p, scale),
    sigma2,
    terms,
    criterion,
    converged,
    iterations,
    gradientNorm,
    logVarianceCov: spread(logVarianceCov, active, active.length, input.factors.length),
    ...(options.leverage ? { leverage: equations.quadraticForms().map((form, r) => form * fitted.weights[r]!) } : {}),
    solver: {
      kind: equations.kind,
      kernel: equations.kernel,
      size: design.size,
      traceError: equations.traceError(),
      criterionError: equations.logDeterminantError(),
    },
    sample: (name, draws, seed) => {
      const k = terms.findIndex((term) => term.name === name)
      if (k < 0) throw new EvaluationError('BAD_OPTION', `there is no term ${name}`, { term: name })
      return sampleTerm(fitted, terms[k]!, active.indexOf(k), draws, seed)
    },
  }
}

function describeTerms({ input, active, design, solution, scale, variances }: Fitted, full: Coefficients, givenFixed: Coefficients) {
  const root = (diagonal: Coefficients, position: number) =>
    effectsOf(design, diagonal, position).map((value) => Math.sqrt(scale * Math.max(0, value)))
  return input.factors.map(({ name, levels }, k): RandomTerm => {
    const position = active.indexOf(k)
    if (position < 0) return zeroTerm(name, levels)
    return {
      name,
      variance: variances[position]!,
      atBoundary: false,
      effect: effectsOf(design, solution, position).slice(),
      seFull: root(full, position),
      seGivenFixed: root(givenFixed, position),
    }
  })
}

const zeroTerm = (name: string, levels: number): RandomTerm => ({
  name,
  variance: 0,
  atBoundary: true,
  effect: new Float64Array(levels),
  seFull: new Float64Array(levels),
  seGivenFixed: new Float64Array(levels),
})

/** Coefficients in the places of their columns; 0 for the dropped ones. The inverse may go on with other parameters. */
function describeFixed(
  { kept, dropped }: FixedEffects,
  p: number,
  estimates: Float64Array,
  inverse: Float64Array,
  order: number,
  scale: number,
) {
  const beta = new Float64Array(p)
  kept.forEach((column, j) => (beta[column] = estimates[j]!))
  const betaCov = spread(
    inverse.map((value) => value * scale),
    kept,
    order,
    p,
  )
  const betaSe = beta.map((_, j) => Math.sqrt(betaCov[j * p + j]!))
  return { beta, betaSe, betaCov, droppedColumns: dropped }
}

/** The upper left part of a square matrix of some order, put at some places of a matrix of zeros. */
function spread(matrix: Float64Array, places: number[], order: number, size: number): Float64Array {
  const whole = new Float64Array(size * size)
  places.forEach((row, i) => places.forEach((column, j) => (whole[row * size + column] = matrix[i * order + j]!)))
  return whole
}

function sampleTerm({ design, equations, scale }: Fitted, term: RandomTerm, position: number, draws: number, seed: number): Float64Array {
  const levels = term.effect.length
  const sample = new Float64Array(draws * levels)
  if (position < 0) return sample
  const root = Math.sqrt(scale)
  const { absorbed } = design.blocks[position]!
  const next = equations.drawer(randomStream(seed).normal, absorbed)
  for (let m = 0; m < draws; m += 1) {
    const deviation = effectsOf(design, next(), position)
    for (let level = 0; level < levels; level += 1) sample[m * levels + level] = term.effect[level]! + root * deviation[level]!
  }
  return sample
}
