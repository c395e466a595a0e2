import { EvaluationError } from '../errors.ts'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MixedModelFit, MixedModelInput, MixedModelOptions } from '../mixed-model/types.ts'
import { fitDispersion, type DispersionFit } from './dispersion.ts'
import { residuals } from './linear-predictor.ts'
import { startAt } from './start-at.ts'
import type { EvidenceEffect } from './types.ts'

/** Something of the file that may say how much an opinion is worth: one value per row, and what is believed beforehand. */
export interface EvidenceFeature {
  name: string
  values: Float64Array
  /** Normal prior of the change of log variance per unit. */
  priorMean: number
  priorSd: number
}

export interface CalibrationOptions extends MixedModelOptions {
  /** Bounds of the weights, which are relative to their mean; default 0.1 and 10. */
  min?: number
  max?: number
}

export interface CalibratedEvidence {
  /** The fit with the final weights. */
  fit: MixedModelFit
  /** Relative precision of each row, mean about 1. */
  weights: Float64Array
  effects: EvidenceEffect[]
  /** By how much -2 log restricted likelihood falls against equal weights. */
  criterionDrop: number
  /** Rows whose weight was cut at a bound. */
  atBounds: number
  rounds: number
}

const MAX_ROUNDS = 20
/** On the log variance that one standard deviation of a feature makes: the unit of measurement must not matter. */
const TOLERANCE = 5e-4

/**
 * Learns from the residuals how precision depends on the file: mean and dispersion fitted in turns (double GLM in its
 * REML form, Smyth and Verbyla 1999), until what a standard
 * deviation of a feature adds to the log variance moves by less than 5e-4. A rating itself never enters a weight. Weights
 * in the input are kept as a known part of the precision. Gaussian only (else BAD_OPTION); LENGTH where a feature has
 * another length than y; NON_FINITE_X where a value is not finite.
 */
export function calibrateEvidence(
  input: MixedModelInput,
  features: EvidenceFeature[],
  options: CalibrationOptions = {},
): CalibratedEvidence {
  checkFeatures(input, features)
  const { min = 0.1, max = 10, ...fitOptions } = options
  const equal = fitMixedModel(input, { ...fitOptions, leverage: features.length > 0 })
  const known = input.weights ?? new Float64Array(input.y.length).fill(1)
  if (features.length === 0) return { fit: equal, weights: known, effects: [], criterionDrop: 0, atBounds: 0, rounds: 0 }
  const matrix = centredFeatures(features)
  const spread = features.map((_, at) =>
    Math.sqrt(input.y.reduce((sum, _y, row) => sum + matrix[row * features.length + at]! ** 2, 0) / input.y.length),
  )
  let fit = equal
  let dispersion: DispersionFit = {
    intercept: Math.log(equal.sigma2),
    delta: Float64Array.from(features, ({ priorMean }) => priorMean),
    se: new Float64Array(),
  }
  for (let round = 1; ; round++) {
    const before = dispersion.delta
    dispersion = fitDispersion(dispersionData(input, fit, known, matrix, features), dispersion)
    const relative = relativeWeights(matrix, features.length, dispersion.delta)
    const bounded = relative.map((weight) => Math.min(max, Math.max(min, weight)))
    const weights = bounded.map((weight, row) => weight * (known[row] ?? 1))
    fit = fitMixedModel({ ...input, weights }, { ...fitOptions, start: startAt(fit), leverage: true })
    const settled = round > 1 && dispersion.delta.every((delta, at) => Math.abs(delta - before[at]!) * spread[at]! < TOLERANCE)
    if (!settled && round < MAX_ROUNDS) continue
    const atBounds = relative.filter((weight) => weight < min || weight > max).length
    const effects = features.map((feature, at) => effectOf(feature.name, dispersion.delta[at] ?? 0, dispersion.se[at] ?? 0))
    return { fit, weights, effects, criterionDrop: equal.criterion - fit.criterion, atBounds, rounds: round }
  }
}

function checkFeatures(input: MixedModelInput, features: readonly EvidenceFeature[]): void {
  if (input.family !== undefined && input.family !== 'gaussian')
    throw new EvaluationError('BAD_OPTION', 'evidence is calibrated for gaussian models')
  for (const { name, values } of features) {
    if (values.length !== input.y.length) throw new EvaluationError('LENGTH', `feature ${name}`, { feature: name, length: values.length })
    const row = values.findIndex((value) => !Number.isFinite(value))
    if (row >= 0) throw new EvaluationError('NON_FINITE_X', `feature ${name}`, { row, feature: name })
  }
}

/** Features about their means, n x k: the intercept is then the log variance of an average row. */
function centredFeatures(features: readonly EvidenceFeature[]): Float64Array {
  const n = features[0]?.values.length ?? 0
  const matrix = new Float64Array(n * features.length)
  features.forEach(({ values }, at) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / n
    values.forEach((value, row) => (matrix[row * features.length + at] = value - mean))
  })
  return matrix
}

function dispersionData(
  input: MixedModelInput,
  fit: MixedModelFit,
  known: Float64Array,
  matrix: Float64Array,
  features: readonly EvidenceFeature[],
) {
  const leverage = fit.leverage ?? new Float64Array(input.y.length)
  // A row that determines its own fitted value says nothing about its variance.
  const free = leverage.map((h) => Math.max(1e-8, 1 - h))
  return {
    d: residuals(input, fit).map((residual, row) => ((known[row] ?? 1) * residual * residual) / (free[row] ?? 1)),
    priorWeight: free.map((one) => one / 2),
    features: matrix,
    k: features.length,
    priorMean: features.map(({ priorMean }) => priorMean),
    priorSd: features.map(({ priorSd }) => priorSd),
  }
}

/** exp(-f delta), scaled to mean 1. */
function relativeWeights(matrix: Float64Array, k: number, delta: Float64Array): Float64Array {
  const weights = new Float64Array(matrix.length / k)
  let sum = 0
  for (let row = 0; row < weights.length; row++) {
    let eta = 0
    for (let at = 0; at < k; at++) eta += (matrix[row * k + at] ?? 0) * (delta[at] ?? 0)
    weights[row] = Math.exp(-eta)
    sum += weights[row] ?? 0
  }
  return weights.map((weight) => (weight * weights.length) / sum)
}

function effectOf(name: string, delta: number, se: number): EvidenceEffect {
  const low = Math.exp(-delta - 1.96 * se)
  const high = Math.exp(-delta + 1.96 * se)
  return { name, delta, se, worthPerUnit: [Math.exp(-delta), low, high], matters: low > 1 || high < 1 }
}
