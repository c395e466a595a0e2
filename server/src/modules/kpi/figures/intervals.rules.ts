import type { Measure } from '../definitions/definition.types.ts'

export interface Interval {
  low: number
  high: number
}

/** Two-sided 95 % of the normal distribution. */
const z = 1.959964

/**
 * Which of `n` values in order (counted from 1) bound a quantile with a confidence of 95 % at least, whatever their
 * distribution: how many values lie below the quantile is binomial (Hahn and Meeker, Statistical Intervals, 5.2).
 * Undefined where no two of so few values do.
 */
export function ranksAround(quantile: number, n: number): { low: number; high: number } | undefined {
  const low = countBelow(quantile, n)
  const high = n + 1 - countBelow(1 - quantile, n)
  return low >= 1 && high <= n ? { low, high } : undefined
}

/** The most values of which it is all but sure (97.5 %) that they lie below the quantile. */
function countBelow(quantile: number, n: number): number {
  // With many values the normal distribution says the same, to a rank.
  if (n > 250) return Math.floor(n * quantile - z * Math.sqrt(n * quantile * (1 - quantile)))
  let probability = (1 - quantile) ** n
  let cumulated = probability
  let count = 0
  while (cumulated <= 0.025) {
    count += 1
    probability *= ((n - count + 1) / count) * (quantile / (1 - quantile))
    cumulated += probability
  }
  return count
}

/** Where a share lies with 95 % confidence (Wilson 1927); undefined of none. */
export function shareInterval(share: number, n: number): Interval | undefined {
  if (n === 0) return undefined
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** The quantile that a measure is; undefined for those that are none. */
export const quantileOf = (measure: Measure | null): number | undefined =>
  measure === 'median' ? 0.5 : measure === 'p90' ? 0.9 : undefined
