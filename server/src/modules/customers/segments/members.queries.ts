import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'

/**
 * Whether a file (`alias`) was put into the segment by hand. What was merged counts for the file that it is read in. As an
 * array, so that members are looked up by their keys, and the table is not read for them.
 */
export const isPutInto = (segmentId: string, alias: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.customer_id`)} = any(array(
    select m.customer_id from customers.segment_member m where m.segment_id = ${segmentId}::uuid
    union all select o.merged_into from customers.customer o where o.merged_into is not null
      and exists (select from customers.segment_member m where m.customer_id = o.customer_id and m.segment_id = ${segmentId}::uuid)))`

/** The same for a file in hand: looked up by its keys, however many members there are. */
export const isMember = (segmentId: string, alias: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from customers.segment_member m where m.segment_id = ${segmentId}::uuid and m.customer_id = any(array(
    select ${sql.ref(`${alias}.customer_id`)} union all select o.customer_id from customers.customer o where o.merged_into = ${sql.ref(`${alias}.customer_id`)})))`

/** Puts files in; gives how many were not in it. */
export async function insertMembers(
  context: Context,
  segmentId: string,
  changeId: string,
  customerIds: readonly string[],
): Promise<number> {
  const done = await sql`
    insert into customers.segment_member (customer_id, id, segment_id, change_id, added_by, added_at)
    select f.customer_id, f.id, ${segmentId}::uuid, ${changeId}::uuid, ${context.actor.personId}::uuid, ${context.now}::timestamptz
    from unnest(${customerIds}::uuid[], ${customerIds.map(() => newId(context.now))}::uuid[]) f (customer_id, id) on conflict (customer_id, segment_id) do nothing`.execute(
    context.tx,
  )
  return Number(done.numAffectedRows ?? 0)
}

/** How many files this change put in: it was made before. */
export async function countChange(context: Context, segmentId: string, changeId: string): Promise<number> {
  const counted = await sql<{ n: number }>`
    select count(*)::int as n from customers.segment_member where segment_id = ${segmentId}::uuid and change_id = ${changeId}::uuid`.execute(
    context.tx,
  )
  return counted.rows[0]?.n ?? 0
}

/** Takes files out, those also that were merged into them; gives how many were in it. */
export async function deleteMembers(context: Context, segmentId: string, customerIds: readonly string[]): Promise<number> {
  const done = await sql`
    delete from customers.segment_member where segment_id = ${segmentId}::uuid and (customer_id = any(${customerIds}::uuid[])
      or customer_id in (select o.customer_id from customers.customer o where o.merged_into = any(${customerIds}::uuid[])))`.execute(
    context.tx,
  )
  return Number(done.numAffectedRows ?? 0)
}

/** Takes out what one change put in. */
export async function deleteChange(context: Context, segmentId: string, changeId: string): Promise<number> {
  const done =
    await sql`delete from customers.segment_member where segment_id = ${segmentId}::uuid and change_id = ${changeId}::uuid`.execute(
      context.tx,
    )
  return Number(done.numAffectedRows ?? 0)
}
