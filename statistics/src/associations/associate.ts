import { chiSquaredTail, noncentralityAt } from '../distributions/chi-squared.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { EvaluationError } from '../errors.ts'
import { randomStream } from '../random.ts'
import { cliffsDelta } from './cliffs-delta.ts'
import { rankValues } from './ranks.ts'
import type { Association, AssociationOptions, GroupedValues } from './types.ts'

/**
 * Whether groups differ in a value, and how far. By ranks, since what is counted of customers is mostly small and
 * sometimes huge: Kruskal and Wallis's test, which for two groups is that of Mann and Whitney. The p-value is asymptotic
 * where every group is large enough, else by permutation of the groups (with the seed, always the same). The effect of two
 * groups is Cliff's delta; of more, eta squared of ranks, (H - k + 1) / (n - k), with the interval that comes of turning
 * the noncentral chi-squared of H around. Refuses with an `EvaluationError` what cannot be tested.
 */
export function associate(input: GroupedValues, options: AssociationOptions = {}): Association {
  const { confidence = 0.95, permuteBelow = 20, permutations = 2000, seed = 1 } = options
  check(input, confidence)
  const { group, groups, values } = input
  const n = values.length
  const { ranks, tieCorrection } = rankValues(values)
  const sizes = countsOf(group, groups)
  if (sizes.some((size) => size < 2)) throw new EvaluationError('TOO_FEW_ROWS', 'a group of fewer than two', { n })
  const df = groups - 1
  const statistic = tieCorrection === 0 ? 0 : kruskalWallis(group, ranks, sizes) / tieCorrection
  const permutes = Math.min(...sizes) < permuteBelow
  const p = permutes ? permuted(input.group, ranks, sizes, permutations, seed) : chiSquaredTail(statistic, df)
  return {
    n,
    sizes,
    means: sumsOf(group, groups, values).map((sum, index) => sum / (sizes[index] ?? 1)),
    statistic,
    df,
    p,
    method: permutes ? 'permutation' : 'asymptotic',
    ...(groups === 2 ? twoGroups(input, confidence) : manyGroups(statistic, df, n, groups, confidence)),
  }
}

function check({ group, groups, values }: GroupedValues, confidence: number): void {
  if (group.length !== values.length) throw new EvaluationError('LENGTH', 'groups and values differ in length')
  if (!(confidence > 0 && confidence < 1)) throw new EvaluationError('BAD_OPTION', 'confidence lies between 0 and 1', { confidence })
  if (!Number.isInteger(groups) || groups < 2) throw new EvaluationError('TOO_FEW_ROWS', 'fewer than two groups', { groups })
  group.forEach((index, row) => {
    if (index < 0 || index >= groups) throw new EvaluationError('BAD_INDEX', 'a group that is not there', { row })
  })
  values.forEach((value, row) => {
    if (!Number.isFinite(value)) throw new EvaluationError('NON_FINITE_Y', 'a value that is no number', { row })
  })
}

function countsOf(group: Int32Array, groups: number): number[] {
  const counts = Array.from({ length: groups }, () => 0)
  for (const index of group) counts[index] = (counts[index] ?? 0) + 1
  return counts
}

function sumsOf(group: Int32Array, groups: number, values: Float64Array): number[] {
  const sums = Array.from({ length: groups }, () => 0)
  for (let row = 0; row < group.length; row++) {
    const index = group[row] ?? 0
    sums[index] = (sums[index] ?? 0) + (values[row] ?? 0)
  }
  return sums
}

function kruskalWallis(group: Int32Array, ranks: Float64Array, sizes: readonly number[]): number {
  const n = group.length
  const between = sumsOf(group, sizes.length, ranks).reduce((sum, rankSum, index) => sum + rankSum ** 2 / (sizes[index] ?? 1), 0)
  return Math.max(0, (12 / (n * (n + 1))) * between - 3 * (n + 1))
}

/** The share of shuffled groupings that differ as much; the one at hand is among them, so that it is never 0. */
function permuted(group: Int32Array, ranks: Float64Array, sizes: readonly number[], permutations: number, seed: number): number {
  const random = randomStream(seed)
  const seen = kruskalWallis(group, ranks, sizes) * (1 - 1e-12)
  const shuffled = Int32Array.from(group)
  let asFar = 1
  for (let time = 0; time < permutations; time++) {
    for (let row = shuffled.length - 1; row > 0; row--) {
      const other = Math.floor(random.uniform() * (row + 1))
      const kept = shuffled[row] ?? 0
      shuffled[row] = shuffled[other] ?? 0
      shuffled[other] = kept
    }
    if (kruskalWallis(shuffled, ranks, sizes) >= seen) asFar++
  }
  return asFar / (permutations + 1)
}

type Effect = Pick<Association, 'effect' | 'value' | 'low' | 'high'>

function twoGroups({ group, values }: GroupedValues, confidence: number): Effect {
  const of = (wanted: number) => values.filter((_, row) => group[row] === wanted)
  return { effect: 'cliffs-delta', ...cliffsDelta(of(0), of(1), normalQuantile((1 + confidence) / 2)) }
}

function manyGroups(statistic: number, df: number, n: number, groups: number, confidence: number): Effect {
  const shareOf = (ncp: number) => Math.min(1, ncp / (n - groups))
  return {
    effect: 'eta-squared',
    value: shareOf(Math.max(0, statistic - df)),
    low: shareOf(noncentralityAt((1 + confidence) / 2, statistic, df)),
    high: shareOf(noncentralityAt((1 - confidence) / 2, statistic, df)),
  }
}
