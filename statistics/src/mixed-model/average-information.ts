import { EvaluationError } from '../errors.ts'
import { invertSymmetric } from '../dense/small-symmetric.ts'
import { newtonStep, profileAt, slopeAt, type GaussianModel, type Profile } from './restricted-likelihood.ts'
import type { MixedModelOptions } from './types.ts'

/** A ratio (times the mean squared loading) below this whose criterion still falls towards 0 is 0. */
const zeroRatio = 1e-9
/** The same where the criterion cannot fall any further in the digits there are: the slope in the ratio is lost by then. */
const lostRatio = 1e-6
/** Longest step of a log ratio: a factor of 12. */
const longestStep = 2.5
const mostHalvings = 12
const flatDecrement = 1e-5

/** Where the search ended. */
export interface RemlResult {
  profile: Profile
  converged: boolean
  iterations: number
  gradientNorm: number
  /** K x K, inverse of the average information. */
  logVarianceCov: Float64Array
  /** Factors that belong at variance 0: to be left out, and the rest fitted again. */
  vanished: number[]
}

/** Restricted maximum likelihood by Newton's method with average information on the log variance ratios. */
export function maximiseRestrictedLikelihood(model: GaussianModel, start: number[], options: MixedModelOptions): RemlResult {
  const { tol = 1e-9, maxIterations = 60 } = options
  const { blocks } = model.design
  let profile = profileAt(model, start)
  for (let iteration = 0; ; iteration += 1) {
    throwIfAborted(options.signal)
    const { score, information } = slopeAt(model, profile)
    const inverse = invertInformation(information, score.length)
    const { step, decrement } = newtonStep(inverse, score)
    options.onProgress?.({ iteration, criterion: profile.criterion, gradientNorm: decrement })
    const fallingBelow = (bound: number) =>
      profile.ratios.flatMap((ratio, k) => (ratio * blocks[k]!.loading < bound && score[k]! < 0 ? [k] : []))
    const vanished = maxIterations === 0 ? [] : fallingBelow(zeroRatio)
    const result = { profile, iterations: iteration, gradientNorm: decrement, logVarianceCov: inverse, vanished }
    if (decrement < tol || vanished.length > 0) return { ...result, converged: true }
    if (iteration >= maxIterations) return { ...result, converged: false }
    const next = stepDownhill(model, profile, step)
    if (!next && fallingBelow(lostRatio).length > 0) return { ...result, vanished: fallingBelow(lostRatio), converged: true }
    // The criterion cannot fall any further in the digits there are: a flat end, or a search that is lost.
    if (!next) return { ...result, profile: profileAt(model, profile.ratios), converged: decrement < flatDecrement }
    profile = next
  }
}

/** Throws ABORTED when the caller has given up. */
export function throwIfAborted(signal?: AbortSignal): void {
  if (signal?.aborted) throw new EvaluationError('ABORTED', 'the computation was given up', {})
}

/** Takes the step, halved until the criterion does not rise; undefined when no part of it helps. */
function stepDownhill(model: GaussianModel, from: Profile, step: Float64Array): Profile | undefined {
  const slack = 1e-12 * Math.abs(from.criterion) + 2 * model.equations.logDeterminantError()
  for (let halving = 0, share = 1; halving <= mostHalvings; halving += 1, share /= 2) {
    const ratios = from.ratios.map((ratio, k) => ratio * Math.exp(share * Math.max(-longestStep, Math.min(longestStep, step[k]!))))
    const next = profileAt(model, ratios)
    if (next.criterion <= from.criterion + slack) return next
  }
  return undefined
}

/** Near a variance of 0 the information loses its rank: a sliver of its diagonal keeps the step finite. */
function invertInformation(information: Float64Array, K: number): Float64Array {
  for (let sliver = 1e-12; sliver < 1e3; sliver *= 100) {
    const kept = information.slice()
    for (let k = 0; k < K; k += 1) kept[k * K + k] = Math.max(kept[k * K + k]!, 1e-30) * (1 + sliver)
    const inverse = invertSymmetric(kept, K)
    if (inverse) return inverse
  }
  return new Float64Array(K * K)
}
