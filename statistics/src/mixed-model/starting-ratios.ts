import { invertSymmetric, multiplySmall } from '../dense/small-symmetric.ts'
import type { FixedEffects } from './fixed-effects.ts'
import { isMultiple } from './check-input.ts'
import { meanSquaredLoading } from './design.ts'
import type { FactorSpec } from './types.ts'

const least = 0.01
const most = 100

/**
 * Variance ratios to start from: for each factor by itself, the excess of the squared level sums of the residuals of the
 * fixed effects over what residual noise alone would give (one-way moments).
 */
export function startingRatios(y: Float64Array, fixed: FixedEffects, factors: FactorSpec[], weights: Float64Array): number[] {
  const residual = residualOfFixed(y, fixed, weights)
  const total = residual.reduce((sum, e, r) => sum + weights[r]! * e * e, 0) / Math.max(1, y.length - fixed.p)
  const shares = factors.map((factor) => {
    const { sums, sizes } = levelSums(factor, residual, weights)
    let excess = 0
    let scale = 0
    for (let level = 0; level < sums.length; level += 1) {
      excess += sums[level]! ** 2 - sizes[level]! * total
      scale += sizes[level]! ** 2
    }
    return scale > 0 ? Math.max(0, (excess / scale / total) * meanSquaredLoading(factor)) : 0
  })
  const left = Math.max(0.1, 1 - shares.reduce((sum, share) => sum + share, 0))
  return shares.map((share, k) => Math.min(most, Math.max(least, share / left)) / meanSquaredLoading(factors[k]!))
}

function levelSums(factor: FactorSpec, residual: Float64Array, weights: Float64Array) {
  const sums = new Float64Array(factor.levels)
  const sizes = new Float64Array(factor.levels)
  for (let r = 0; r < residual.length; r += 1) {
    const [from, to] = isMultiple(factor) ? [factor.ptr[r]!, factor.ptr[r + 1]!] : [r, r + 1]
    for (let at = from; at < to; at += 1) {
      const load = factor.load?.[at] ?? 1
      sums[factor.index[at]!]! += weights[r]! * load * residual[r]!
      sizes[factor.index[at]!]! += weights[r]! * load * load
    }
  }
  return { sums, sizes }
}

function residualOfFixed(y: Float64Array, { X, p }: FixedEffects, weights: Float64Array): Float64Array {
  const gram = new Float64Array(p * p)
  const right = new Float64Array(p)
  for (let r = 0; r < y.length; r += 1)
    for (let i = 0; i < p; i += 1) {
      right[i]! += weights[r]! * X[r * p + i]! * y[r]!
      for (let j = 0; j < p; j += 1) gram[i * p + j]! += weights[r]! * X[r * p + i]! * X[r * p + j]!
    }
  const beta = multiplySmall(invertSymmetric(gram, p) ?? new Float64Array(p * p), right, p)
  return y.map((value, r) => value - beta.reduce((sum, b, j) => sum + b * X[r * p + j]!, 0))
}
