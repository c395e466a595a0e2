import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Figure, Measure } from '../definitions/definition.types.ts'
import { nameOf } from './figure-names.rules.ts'
import type { Question } from './understand-question.ts'
import { columnOf, recordsBehind } from './records-behind.queries.ts'

/** What the database says of a bucket, or of the whole; figures over records by their keys, and `n_<value>`, how many records have the value. */
export interface ReadBucket {
  whole: boolean
  bucket: string | null
  count: number
  not_recorded: number
  not_yet: number
  [column: string]: number | string | boolean | null
}

const measures: Record<Measure, (column: RawBuilder<unknown>) => RawBuilder<unknown>> = {
  sum: (column) => sql`coalesce(sum(${column}), 0)`,
  mean: (column) => sql`avg(${column})`,
  median: (column) => sql`percentile_cont(0.5) within group (order by ${column})`,
  p90: (column) => sql`percentile_cont(0.9) within group (order by ${column})`,
}

const ofRecords = (figures: readonly Figure[]) =>
  figures.flatMap(({ key, value, measure, per }) =>
    per === 'record' && value !== null && measure !== null ? [{ key, value, measure }] : [],
  )

/**
 * The figures over records, of the whole and of each bucket that has records, the fullest first: at most so many
 * buckets, of which one is the whole.
 */
export async function readFigures(context: Context, question: Question, limit: number): Promise<ReadBucket[]> {
  const { values } = question.definition
  const counts = values.map(({ key }) => sql`count(f.${columnOf(key)}) as ${sql.ref(`n_${key}`)}`)
  const asked = ofRecords(question.figures).map(
    ({ key, value, measure }) => sql`${measures[measure](sql`f.${columnOf(value)}`)} as ${sql.ref(nameOf(key))}`,
  )
  const read = await sql<ReadBucket>`
    select ${question.by === 'none' ? sql`true as whole, null as bucket` : sql`grouping(f.bucket) = 1 as whole, f.bucket as bucket`}, count(*) as count,
      count(*) filter (where f.state = 'not-recorded') as not_recorded, count(*) filter (where f.state = 'not-yet') as not_yet,
      ${sql.join([...counts, ...asked])}
    from ${recordsBehind(context, question)} as f
    group by grouping sets (${question.by === 'none' ? sql`` : sql`(f.bucket), `}())
    order by whole desc, count desc, bucket
    limit ${limit}`.execute(context.tx)
  return read.rows
}

/** How many records each local day has; days without are left out. */
export async function readDailyCounts(context: Context, question: Question): Promise<Map<string, number>> {
  const read = await sql<{ day: string; count: number }>`
    select f.day, count(*) as count from ${recordsBehind(context, question)} as f group by f.day`.execute(context.tx)
  return new Map(read.rows.map(({ day, count }) => [day, count]))
}
