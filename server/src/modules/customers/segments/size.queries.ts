import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleFiles } from '../customers.access.ts'

/** What so many pages of the table, chosen by chance, tell of the files that meet a condition. */
export interface Sample {
  /** Pages of the table, and those that were looked at. */
  allPages: number
  pages: number
  /** Files that met the condition, and how unlike each other pages were in it (standard deviation). */
  found: number
  spread: number
}

/** The condition over the files that the actor may see. */
export const amongVisible = ({ actor }: Context, condition: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql<boolean>`(${visibleFiles(actor, 'customers.read', 'c')} and ${condition})`

/** Looks at about so many pages of the table of files. Files that lie together are alike, so pages are compared, not files. */
export async function sampleFiles(context: Pick<Context, 'tx'>, where: RawBuilder<boolean>, pages: number): Promise<Sample> {
  const counted = await sql<{ n: number }>`
    select greatest(1, pg_relation_size('customers.customer') / current_setting('block_size')::int)::int as n`.execute(context.tx)
  const allPages = counted.rows[0]?.n ?? 1
  const percent = Math.min(100, (100 * pages) / allPages)
  const looked = await sql<Omit<Sample, 'allPages'>>`
    select count(*)::int as pages, coalesce(sum(n), 0)::int as found, coalesce(stddev_samp(n), 0)::float8 as spread
    from (select count(*) filter (where ${where}) as n
      from customers.customer c tablesample system (${percent}) repeatable (1405) group by (c.ctid::text::point)[0]) page`.execute(
    context.tx,
  )
  return { allPages, ...(looked.rows[0] ?? { pages: 0, found: 0, spread: 0 }) }
}

/** How many files meet a condition, to the last: for what is counted at night. */
export async function countAll(context: Pick<Context, 'tx'>, where: RawBuilder<boolean>): Promise<number> {
  const counted = await sql<{ n: number }>`select count(*)::int as n from customers.customer c where not c.gone and ${where}`.execute(
    context.tx,
  )
  return counted.rows[0]?.n ?? 0
}

export async function writeSize(context: Pick<Context, 'tx'>, segmentId: string, day: string, count: number): Promise<void> {
  await sql`insert into customers.segment_size (segment_id, day, count) values (${segmentId}::uuid, ${day}::date, ${count})
    on conflict (segment_id, day) do update set count = excluded.count`.execute(context.tx)
}

export async function readSizes(context: Context, segmentId: string, from: string, to: string): Promise<{ day: string; count: number }[]> {
  const found = await sql<{ day: string; count: number }>`
    select day, count from customers.segment_size where segment_id = ${segmentId}::uuid and day between ${from}::date and ${to}::date
    order by day`.execute(context.tx)
  return found.rows
}
