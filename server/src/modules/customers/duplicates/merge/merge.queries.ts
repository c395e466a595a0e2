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

/** What the other was found by finds the file that is left, under its rights; gives the other's rows, which are taken away. */
export async function takeOverSearchRows(
  context: Context,
  from: string,
  to: { customerId: string; unitId: string | null; ownerId: string | null },
  newIds: (count: number) => string[],
): Promise<Record<string, unknown>[]> {
  const taken = await sql<{ row: Record<string, unknown> }>`
    delete from customers.search_row s where s.customer_id = ${from}::uuid returning to_jsonb(s) as row`.execute(context.tx)
  const rows = taken.rows.map(({ row }) => row)
  const ids = newIds(rows.length)
  const copies = rows.map((row, index) => ({
    ...row,
    customer_id: to.customerId,
    id: ids[index],
    unit_id: to.unitId,
    owner_id: to.ownerId,
    merged_id: from,
  }))
  await insertRows(context, copies)
  return rows
}

/** The opposite: the rows that came along go, and the other's stand as they stood. */
export async function giveBackSearchRows(
  context: Context,
  { customer_id, merged_id, search_rows }: Pick<MergeRow, 'customer_id' | 'merged_id' | 'search_rows'>,
): Promise<void> {
  await sql`delete from customers.search_row where customer_id = ${customer_id}::uuid and merged_id = ${merged_id}::uuid`.execute(
    context.tx,
  )
  await insertRows(context, search_rows)
}

async function insertRows(context: Context, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into customers.search_row
    select r.* from jsonb_populate_recordset(null::customers.search_row, ${JSON.stringify(rows)}::jsonb) r
    on conflict do nothing`.execute(context.tx)
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
