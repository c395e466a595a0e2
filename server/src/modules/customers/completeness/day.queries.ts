import type { QueryOf, contract } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import { newId } from '../../../platform/ids.ts'
import { visibleRows } from '../../identity/index.ts'

export const clearDay = async ({ tx }: Context, day: string): Promise<void> => {
  await sql`delete from customers.completeness_day where day = ${day}::date`.execute(tx)
}

/** Adds the count of a day over the files that meet the condition. */
export async function measureFiles(
  context: Context,
  day: string,
  segmentId: string | null,
  where: RawBuilder<boolean> | undefined,
): Promise<void> {
  const found = await sql<{
    kind: string
    unit_id: string | null
    owner_id: string | null
    files: number
    complete: number
    total: number
  }>`
    select c.kind, c.unit_id, c.owner_id, count(*)::int as files, count(*) filter (where c.completeness >= 0.9995)::int as complete,
      coalesce(sum(c.completeness), 0)::float8 as total
    from customers.customer c where not c.gone and c.completeness is not null and ${where ?? sql<boolean>`true`}
    group by c.kind, c.unit_id, c.owner_id`.execute(context.tx)
  await insertRows(
    context,
    'customers.completeness_day',
    found.rows.map((row) => ({ id: newId(context.now), day, segment_id: segmentId, ...row })),
  )
}

interface Share {
  files: number
  complete: number
  mean: number | null
}

const share = sql`coalesce(sum(d.files), 0)::int as files, coalesce(sum(d.complete), 0)::int as complete,
  sum(d.total) / nullif(sum(d.files), 0) as mean`

/** The last day that was measured. */
export async function lastDay({ tx }: Context): Promise<string | null> {
  const found = await sql<{ day: string | null }>`select max(day) as day from customers.completeness_day where segment_id is null`.execute(
    tx,
  )
  return found.rows[0]?.day ?? null
}

type Overview = QueryOf<typeof contract.completeness.overview>
const cuts = { unit: sql`d.unit_id::text`, owner: sql`d.owner_id::text`, kind: sql`d.kind`, segment: sql`d.segment_id::text` }

/** The counts of a day by a cut, of the files that the actor may see; without a cut, of all of them together. */
export async function readDay(
  context: Context,
  day: string,
  { by, unitId, ownerId }: Pick<Overview, 'unitId' | 'ownerId'> & { by: Overview['by'] | null },
): Promise<(Share & { key: string | null })[]> {
  const found = await sql<Share & { key: string | null }>`
    select ${by === null ? sql`null::text` : cuts[by]} as key, ${share} from customers.completeness_day d
    where d.day = ${day}::date and d.segment_id is ${by === 'segment' ? sql`not null` : sql`null`} and ${narrowed(context, { unitId, ownerId })}
    group by 1 order by mean nulls last limit 500`.execute(context.tx)
  return found.rows
}

/** The last two years, day by day. */
export async function readTrend(
  context: Context,
  { unitId, ownerId, segmentId }: QueryOf<typeof contract.completeness.trend>,
): Promise<(Share & { day: string })[]> {
  const found = await sql<Share & { day: string }>`
    select d.day, ${share} from customers.completeness_day d
    where ${segmentId === undefined ? sql`d.segment_id is null` : sql`d.segment_id = ${segmentId}::uuid`} and ${narrowed(context, { unitId, ownerId })}
    group by d.day order by d.day desc limit 731`.execute(context.tx)
  return found.rows.toReversed()
}

const narrowed = ({ actor }: Context, { unitId, ownerId }: Pick<Overview, 'unitId' | 'ownerId'>): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    [
      visibleRows(actor, 'customers.read', 'd'),
      ...(unitId === undefined ? [] : [sql<boolean>`d.unit_id = ${unitId}::uuid`]),
      ...(ownerId === undefined ? [] : [sql<boolean>`d.owner_id = ${ownerId}::uuid`]),
    ],
    sql` and `,
  )})`
