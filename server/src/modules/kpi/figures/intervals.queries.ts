import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Figure } from '../definitions/definition.types.ts'
import type { ReadBucket } from './figures.queries.ts'
import { quantileOf, ranksAround } from './intervals.rules.ts'
import type { Interval } from './intervals.rules.ts'
import { columnOf, recordsBehind } from './records-behind.queries.ts'
import type { Question } from './understand-question.ts'

/** Intervals by bucket (`all`: the whole) and key of the figure; null where there are too few values. */
export type Intervals = ReadonlyMap<string, ReadonlyMap<string, Interval | null>>

interface Wanted {
  bucket: string
  figure: string
  low: number
  high: number
}

/** Reads the values that bound each percentile of the figures asked for: those at certain ranks, as many as there are values say which. */
export async function readIntervals(context: Context, question: Question, read: readonly ReadBucket[]): Promise<Intervals> {
  const found = new Map<string, Map<string, Interval | null>>()
  const figures = question.figures.filter(({ measure, value, per }) => per === 'record' && value !== null && quantileOf(measure))
  for (const [value, group] of Map.groupBy(figures, (figure) => figure.value ?? '')) {
    const wanted = read.flatMap((bucket) => group.flatMap((figure) => ranksOf(bucket, figure)))
    const at = await valuesAt(context, question, value, wanted)
    for (const { bucket, figure, low, high } of wanted) {
      const bounds = { low: at.get(`${bucket} ${low}`), high: at.get(`${bucket} ${high}`) }
      const ofBucket = found.get(bucket) ?? new Map<string, Interval | null>()
      ofBucket.set(figure, bounds.low === undefined || bounds.high === undefined ? null : { low: bounds.low, high: bounds.high })
      found.set(bucket, ofBucket)
    }
  }
  return found
}

function ranksOf(bucket: ReadBucket, { key, value, measure }: Figure): Wanted[] {
  const ranks = ranksAround(quantileOf(measure) ?? 0.5, Number(bucket[`n_${value}`] ?? 0))
  return [{ bucket: bucket.whole ? 'all' : (bucket.bucket ?? ''), figure: key, low: ranks?.low ?? 0, high: ranks?.high ?? 0 }]
}

async function valuesAt(context: Context, question: Question, value: string, wanted: readonly Wanted[]): Promise<Map<string, number>> {
  const asked = wanted.flatMap(({ bucket, low, high }) => [
    { bucket, rank: low },
    { bucket, rank: high },
  ])
  const ofWhole = asked.filter(({ bucket }) => bucket === 'all').map(({ rank }) => rank)
  const ofBuckets = asked.filter(({ bucket }) => bucket !== 'all')
  const read = await sql<{ bucket: string; rank: number; value: number; whole_rank: number }>`
    select o.bucket, o.rank, o.whole_rank, o.value from (
      select f.bucket, ${sql.ref(`f.v_${value}`)}::float8 as value,
        row_number() over (partition by f.bucket order by ${sql.ref(`f.v_${value}`)}) as rank,
        row_number() over (order by ${sql.ref(`f.v_${value}`)}) as whole_rank
      from ${recordsBehind(context, question)} as f where f.${columnOf(value)} is not null) as o
    where o.whole_rank = any(${ofWhole}::int[])
      or (o.bucket, o.rank) in (select * from unnest(${ofBuckets.map(({ bucket }) => bucket)}::text[], ${ofBuckets.map(({ rank }) => rank)}::int[]))`.execute(
    context.tx,
  )
  return new Map(
    read.rows.flatMap((row) => [[`${row.bucket} ${row.rank}`, row.value] as const, [`all ${row.whole_rank}`, row.value] as const]),
  )
}
