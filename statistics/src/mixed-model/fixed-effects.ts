import { EvaluationError } from '../errors.ts'
import type { MixedModelInput } from './types.ts'

/** A column is aliased when less than this part of its sum of squares is left beside the columns before it. */
const leastPivot = 1e-10

/** The columns of X that are kept, as a matrix of their own. */
export interface FixedEffects {
  X: Float64Array
  p: number
  kept: number[]
  dropped: number[]
}

/**
 * Drops the columns of X that the ones before them determine, by a Cholesky factorisation of X'WX in the order of the
 * columns. With `givenOnes` a column of ones comes before them: what is aliased with it is dropped too.
 */
export function independentColumns({ y, X, p }: MixedModelInput, weights: Float64Array, givenOnes = false): FixedEffects {
  const first = givenOnes ? 1 : 0
  const order = p + first
  const gram = weightedGram(X, p, weights, first)
  const dropped: number[] = []
  const kept: number[] = []
  for (let j = 0; j < order; j += 1) {
    const own = gram[j * order + j]!
    let pivot = own
    for (let t = 0; t < j; t += 1) pivot -= gram[j * order + t]! ** 2
    const isAliased = !(pivot > leastPivot * own)
    if (j >= first) (isAliased ? dropped : kept).push(j - first)
    const root = Math.sqrt(pivot)
    gram[j * order + j] = isAliased ? 0 : root
    for (let i = j + 1; i < order; i += 1) {
      let sum = gram[i * order + j]!
      for (let t = 0; t < j; t += 1) sum -= gram[i * order + t]! * gram[j * order + t]!
      gram[i * order + j] = isAliased ? 0 : sum / root
    }
  }
  if (p > 0 && kept.length === 0 && !givenOnes)
    throw new EvaluationError('RANK_DEFICIENT_X', 'no fixed effect can be estimated', { columns: p })
  if (dropped.length === 0) return { X, p, kept, dropped }
  return { X: selectColumns(X, p, kept, y.length), p: kept.length, kept, dropped }
}

function weightedGram(X: Float64Array, p: number, weights: Float64Array, first: number): Float64Array {
  const order = p + first
  const gram = new Float64Array(order * order)
  const row = new Float64Array(order).fill(1)
  for (let r = 0; r < weights.length; r += 1) {
    for (let j = 0; j < p; j += 1) row[first + j] = X[r * p + j]!
    for (let i = 0; i < order; i += 1) for (let j = 0; j <= i; j += 1) gram[i * order + j]! += weights[r]! * row[i]! * row[j]!
  }
  return gram
}

function selectColumns(X: Float64Array, p: number, kept: number[], n: number): Float64Array {
  const selected = new Float64Array(n * kept.length)
  for (let r = 0; r < n; r += 1) kept.forEach((column, j) => (selected[r * kept.length + j] = X[r * p + column]!))
  return selected
}
