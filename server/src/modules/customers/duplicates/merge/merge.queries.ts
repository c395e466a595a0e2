import { sql } from 'kysely'
import { tablesOf } from '../../../../platform/context.ts'
import type { Context } from '../../../../platform/context.ts'
import { contactKinds } from '../../timeline/contact.rules.ts'
import type { CustomersTables } from '../../customers.tables.ts'
import type { MergeRow } from '../duplicates.tables.ts'
import { shownName } from '../../customers.access.ts'

const customers = (context: Context) => tablesOf<CustomersTables>(context)

/** Files that were merged into this one, held. */
export async function lockMergedInto(context: Context, customerId: string): Promise<string[]> {
  const found = await customers(context)
    .selectFrom('customers.customer')
    .select('customer_id')
    .where('merged_into', '=', customerId)
    .orderBy('customer_id')
    .forUpdate()
    .execute()
  return found.map((row) => row.customer_id)
}

/** Files are read in another from now on; null: by themselves again. */
export async function setMergedInto(context: Context, ids: readonly string[], into: string | null): Promise<void> {
  for (const id of ids.toSorted()) {
    await sql`update customers.customer set merged_into = ${into}::uuid, gone = (${into}::uuid is not null or deleted_at is not null)
      where customer_id = ${id}::uuid`.execute(context.tx)
  }
}

/** The last contact of files, as their lines and those of what is merged into them have it. */
export async function recountLastContact(context: Context, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted()) {
    await sql`update customers.customer c set last_contact_at = coalesce((
        select max(t.at) from customers.timeline_entry t where t.kind = any(${[...contactKinds]}::text[])
          and t.customer_id in (select m.customer_id from customers.customer m where m.customer_id = ${id}::uuid or m.merged_into = ${id}::uuid)), '-infinity')
      where c.customer_id = ${id}::uuid`.execute(context.tx)
  }
}

export type NewMerge = Omit<MergeRow, 'before' | 'after' | 'points' | 'search_rows'> &
  Record<'before' | 'after' | 'points' | 'search_rows', unknown>

export async function insertMerge(context: Context, row: NewMerge): Promise<void> {
  const { before, after, points, search_rows, ...rest } = row
  await customers(context)
    .insertInto('customers.merge')
    .values({
      ...rest,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      points: JSON.stringify(points),
      search_rows: JSON.stringify(search_rows),
    })
    .execute()
}

export async function lockMerge(context: Context, customerId: string, mergeId: string): Promise<MergeRow | undefined> {
  return customers(context)
    .selectFrom('customers.merge')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst()
}

/** A merge that was taken back leaves nothing but its place in the audit trail. */
export async function deleteMerge(context: Context, { customer_id, id }: Pick<MergeRow, 'customer_id' | 'id'>): Promise<void> {
  await sql`delete from customers.merge where customer_id = ${customer_id}::uuid and id = ${id}::uuid`.execute(context.tx)
  await sql`delete from customers.timeline_entry where customer_id = ${customer_id}::uuid and id = ${id}::uuid`.execute(context.tx)
}

export interface ListedMerge extends Pick<MergeRow, 'id' | 'at' | 'by' | 'undo_until' | 'after' | 'points'> {
  mergedId: string
  code: string
  name: string
  unitId: string | null
  ownerId: string | null
}

/** Merges into these files, the latest first: ids of merges grow with time. */
export async function readMerges(
  context: Context,
  ids: readonly string[],
  after: string | undefined,
  limit: number,
): Promise<ListedMerge[]> {
  const found = await sql<ListedMerge>`
    select g.id, g.at, g.by, g.undo_until, g.after, g.points, c.customer_id as "mergedId", c.code, ${shownName(context.actor, 'c')} as name,
      c.unit_id as "unitId", c.owner_id as "ownerId"
    from customers.merge g join customers.customer c on c.customer_id = g.merged_id
    where g.customer_id = any(${[...ids]}::uuid[]) ${after === undefined ? sql`` : sql`and g.id < ${after}::uuid`}
    order by g.id desc limit ${limit}`.execute(context.tx)
  return found.rows
}
