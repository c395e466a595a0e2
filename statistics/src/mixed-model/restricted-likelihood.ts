import { multiplySmall } from '../dense/small-symmetric.ts'
import { multiplyCross, type CrossProducts } from './cross-products.ts'
import { effectsOf, fittedValues, project, type Coefficients, type Design } from './design.ts'
import type { Equations } from './equations.ts'

/** A gaussian mixed model with its data, ready to be looked at at any variance ratios. */
export interface GaussianModel {
  design: Design
  cross: CrossProducts
  equations: Equations
  y: Float64Array
  weights: Float64Array
  /** T'Wy. */
  response: Coefficients
  sumLogWeights: number
}

/** The model at given variance ratios, everything else at its best. */
export interface Profile {
  ratios: number[]
  /** REML criterion, -2 log restricted likelihood. */
  criterion: number
  sigma2: number
  solution: Coefficients
  /** u_k'u_k for each factor. */
  sumsOfSquares: number[]
}

export function gaussianModel(
  design: Design,
  cross: CrossProducts,
  equations: Equations,
  y: Float64Array,
  weights: Float64Array,
): GaussianModel {
  const response = project(
    design,
    y.map((value, r) => value * weights[r]!),
  )
  return { design, cross, equations, y, weights, response, sumLogWeights: weights.reduce((sum, weight) => sum + Math.log(weight), 0) }
}

/**
 * Profiled REML criterion: (n-p) (log(2 pi sigma2) + 1) - sum log w + log|M| + sum_k q_k log gamma_k at
 * sigma2 = (e'We + sum_k u_k'u_k / gamma_k) / (n-p). It equals lme4's REMLcrit (Bates, Maechler, Bolker and Walker 2015,
 * Journal of Statistical Software 67(1), equation 42).
 */
export function profileAt(model: GaussianModel, ratios: number[]): Profile {
  const { design, equations, y, weights, response } = model
  const logDeterminant = equations.prepare(model.cross, ratios)
  const solution = equations.solve(response)
  const sumsOfSquares = design.blocks.map((_, k) => squares(effectsOf(design, solution, k)))
  const fitted = fittedValues(design, solution)
  let penalised = sumsOfSquares.reduce((sum, value, k) => sum + value / ratios[k]!, 0)
  for (let r = 0; r < y.length; r += 1) penalised += weights[r]! * (y[r]! - fitted[r]!) ** 2
  const freedom = design.n - design.p
  const sigma2 = penalised / freedom
  const logRatios = design.blocks.reduce((sum, { levels }, k) => sum + levels * Math.log(ratios[k]!), 0)
  const criterion = freedom * (Math.log(2 * Math.PI * sigma2) + 1) - model.sumLogWeights + logDeterminant + logRatios
  return { ratios, criterion, sigma2, solution, sumsOfSquares }
}

const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0)

/** Derivatives of the log restricted likelihood by the log variance ratios. */
export interface Slope {
  /** K first derivatives. */
  score: Float64Array
  /** K x K average of observed and expected information, sigma2 profiled out. */
  information: Float64Array
}

/**
 * Score -1/2 (q_k - tr(M^kk)/gamma_k - u_k'u_k/(sigma2 gamma_k)) and average information 1/2 f_k'P f_l with f_k = Z_k u_k
 * (Gilmour, Thompson and Cullis 1995, Biometrics 51; Johnson and Thompson 1995, Journal of Dairy Science 78).
 * `equations` must still be prepared at these ratios.
 */
export function slopeAt({ design, cross, equations }: GaussianModel, { ratios, sigma2, solution, sumsOfSquares }: Profile): Slope {
  const { blocks, n, p } = design
  const traces = equations.traces()
  const score = Float64Array.from(
    blocks,
    ({ levels }, k) => -0.5 * (levels - traces[k]! / ratios[k]! - sumsOfSquares[k]! / (sigma2 * ratios[k]!)),
  )
  const working = blocks.map((_, k) => multiplyCross(cross, onlyFactor(design, solution, k), p))
  const images = working.map((right) => equations.solve(right))
  const profiled = sumsOfSquares.map((value, k) => value / (2 * sigma2 * ratios[k]!))
  const K = blocks.length
  const information = new Float64Array(K * K)
  for (let k = 0; k < K; k += 1)
    for (let l = 0; l < K; l += 1) {
      const plain = inner(onlyFactor(design, solution, k), working[l]!)
      information[k * K + l] = (plain - inner(working[k]!, images[l]!)) / (2 * sigma2) - (profiled[k]! * profiled[l]!) / ((n - p) / 2)
    }
  return { score, information }
}

/** Newton's decrement and step; the information is kept away from singular by a sliver of its diagonal. */
export function newtonStep(inverse: Float64Array, score: Float64Array): { step: Float64Array; decrement: number } {
  const step = multiplySmall(inverse, score, score.length)
  return { step, decrement: step.reduce((sum, value, k) => sum + value * score[k]!, 0) }
}

function onlyFactor(design: Design, solution: Coefficients, k: number): Coefficients {
  const { absorbed, offset, levels } = design.blocks[k]!
  if (absorbed) return { a: solution.a, b: new Float64Array(solution.b.length) }
  const b = new Float64Array(solution.b.length)
  b.set(solution.b.subarray(offset, offset + levels), offset)
  return { a: new Float64Array(solution.a.length), b }
}

function inner(left: Coefficients, right: Coefficients): number {
  let sum = 0
  for (let i = 0; i < left.a.length; i += 1) sum += left.a[i]! * right.a[i]!
  for (let i = 0; i < left.b.length; i += 1) sum += left.b[i]! * right.b[i]!
  return sum
}
