import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/**
 * The file that is read when this id is asked for: the one that it was merged into, else itself. What was merged
 * points straight to the file that is left, however many merges came one after another.
 */
export const survivorOf = (customerId: string): RawBuilder<string> =>
  sql<string>`coalesce((select o.merged_into from customers.customer o where o.customer_id = ${customerId}::uuid), ${customerId}::uuid)`

/**
 * Ids whose rows make up one file, as rows never move from the id that they came by: first the file that is left, then
 * those that were merged into it. An id without a file stands alone. No rights are asked here.
 */
export async function fileIds(context: Pick<Context, 'tx'>, customerId: string): Promise<string[]> {
  const root = survivorOf(customerId)
  const found = await sql<{ id: string }>`
    select c.customer_id as id from customers.customer c where c.customer_id = ${root} or c.merged_into = ${root}
    order by c.merged_into is not null, c.customer_id`.execute(context.tx)
  return found.rows.length === 0 ? [customerId] : found.rows.map(({ id }) => id)
}

/** Rows of one file: those of all ids in its set. For the many files into which none was merged, a plain equality. */
export const ofFile = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  ids.length === 1 ? sql<boolean>`${sql.ref(column)} = ${ids[0]}` : sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

/**
 * Ids that make up the file of a row of `customers.customer` (`alias`), as an array: for conditions over what other tables
 * hold of it.
 */
export const idsOfRow = (alias: string): RawBuilder<string[]> =>
  sql<
    string[]
  >`(array[${sql.ref(`${alias}.customer_id`)}] || array(select m.customer_id from customers.customer m where m.merged_into = ${sql.ref(`${alias}.customer_id`)}))`

/**
 * Whether a file is one of those that `rows`, a select of `customer_id`, tells of, by whichever id it came. What was merged
 * (`m`) is looked through by itself: it is little, and the many rows of a common value are not joined for it. `counts`:
 * when what was merged counts at all.
 */
export const isAmong = (
  file: RawBuilder<unknown>,
  rows: RawBuilder<unknown>,
  counts: RawBuilder<boolean> = sql<boolean>`true`,
): RawBuilder<boolean> =>
  sql<boolean>`${file} in (select own.customer_id from (${rows}) own
    union all select m.merged_into from customers.customer m where m.merged_into is not null and m.customer_id in (${rows}) and ${counts})`

/** The same for many files at once, as a table: each id in the set of one of these files, with the file that it is read in. */
export const idsOfFiles = (ids: readonly string[]): RawBuilder<{ id: string; root: string }> =>
  sql`(select f.customer_id as id, coalesce(f.merged_into, f.customer_id) as root from customers.customer f
    where f.customer_id = any(${[...ids]}::uuid[]) or f.merged_into = any(${[...ids]}::uuid[]))`

interface RightsInForce {
  customerId: string
  unitId: string | null
  ownerId: string | null
}

/** Under whose rights these files are read, and all that was merged into them: each id with the unit and owner of the file that it is read in. */
export async function rightsInForce(context: Pick<Context, 'tx'>, ids: readonly string[]): Promise<RightsInForce[]> {
  const found = await sql<RightsInForce>`
    select one.id as "customerId", c.unit_id as "unitId", c.owner_id as "ownerId"
    from ${idsOfFiles(ids)} one join customers.customer c on c.customer_id = one.root`.execute(context.tx)
  return found.rows
}
