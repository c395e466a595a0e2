import { setImmediate as breathe } from 'node:timers/promises'
import type { Bucketing, Figure, Measure } from '../definitions/definition.types.ts'
import { nameOf } from '../figures/figure-names.rules.ts'
import type { ReadBucket } from '../figures/figures.queries.ts'
import type { Intervals } from '../figures/intervals.queries.ts'
import { quantileOf, ranksAround } from '../figures/intervals.rules.ts'
import type { Interval } from '../figures/intervals.rules.ts'
import { inOrder } from './gathered.rules.ts'
import type { Gathered } from './gathered.rules.ts'
import { atRank, quantileOver } from './quantiles.rules.ts'

export interface Folded {
  rows: ReadBucket[]
  intervals: Intervals
  /** How many records each day has; days without are left out. */
  counts: ReadonlyMap<string, number>
}

interface Finished {
  by: Bucketing
  figures: readonly Figure[]
  /** The values that were gathered, in the order of the buckets' values. */
  asked: readonly string[]
  buckets: ReadonlyMap<string, Gathered>
  counts: ReadonlyMap<string, number>
  limit: number
}

/** Gives the figures of the whole and of at most so many buckets (`limit`, the whole being one), the fullest first. */
export async function finishFold({ by, figures, asked, buckets, counts, limit }: Finished): Promise<Folded> {
  const all = [...buckets]
    .filter(([, { count }]) => count > 0)
    .toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
  const sorted = new Map<Gathered, Int32Array[]>()
  for (const [, bucket] of all) {
    const numbers: Int32Array[] = []
    for (const value of bucket.values) {
      numbers.push(inOrder(value))
      // Others are served in between.
      await breathe()
    }
    sorted.set(bucket, numbers)
  }
  const rows: ReadBucket[] = []
  const intervals = new Map<string, ReadonlyMap<string, Interval | null>>()
  const add = (key: string, parts: readonly Gathered[]): void => {
    const numbers = asked.map((_, index) => parts.map((part) => sorted.get(part)![index]!))
    const { counts: ofBucket, found, within } = figuresOf(figures, asked, parts, numbers)
    rows.push({ ...found, ...ofBucket, whole: key === 'all', bucket: key === 'all' ? null : key })
    intervals.set(key, within)
  }
  add(
    'all',
    all.map(([, bucket]) => bucket),
  )
  if (by !== 'none') for (const [key, bucket] of all.slice(0, limit - 1)) add(key, [bucket])
  return { rows, intervals, counts }
}

/** The figures of one bucket, or of the whole that some buckets are, and where its percentiles lie. */
function figuresOf(
  figures: readonly Figure[],
  asked: readonly string[],
  parts: readonly Gathered[],
  numbers: readonly (readonly Int32Array[])[],
): {
  counts: Pick<ReadBucket, 'count' | 'not_recorded' | 'not_yet'>
  found: Record<string, number | null>
  within: Map<string, Interval | null>
} {
  const total = (of: (part: Gathered) => number) => parts.reduce((sum, part) => sum + of(part), 0)
  const found: Record<string, number | null> = {}
  const counts = {
    count: total(({ count }) => count),
    not_recorded: total(({ notRecorded }) => notRecorded),
    not_yet: total(({ notYet }) => notYet),
  }
  const within = new Map<string, Interval | null>()
  for (const [index, key] of asked.entries()) found[`n_${key}`] = total(({ values }) => values[index]!.n)
  for (const { key, value, measure, per } of figures) {
    if (per !== 'record' || value === null || measure === null) continue
    const index = asked.indexOf(value)
    const [n, sum, sorted] = [found[`n_${value}`] ?? 0, total(({ values }) => values[index]!.sum), numbers[index]!]
    found[nameOf(key)] = measureOf(measure, n, sum, sorted)
    if (quantileOf(measure)) within.set(key, intervalOf(measure, n, sorted))
  }
  return { counts, found, within }
}

function measureOf(measure: Measure, n: number, sum: number, sorted: readonly Int32Array[]): number | null {
  const share = quantileOf(measure)
  if (share !== undefined) return quantileOver(sorted, share)
  return measure === 'sum' ? sum : n === 0 ? null : sum / n
}

function intervalOf(measure: Measure, n: number, sorted: readonly Int32Array[]): Interval | null {
  const ranks = ranksAround(quantileOf(measure) ?? 0.5, n)
  return ranks ? { low: atRank(sorted, ranks.low), high: atRank(sorted, ranks.high) } : null
}
