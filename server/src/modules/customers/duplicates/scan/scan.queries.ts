import { sql } from 'kysely'
import { tablesOf } from '../../../../platform/context.ts'
import type { Context } from '../../../../platform/context.ts'
import type { CustomersTables } from '../../customers.tables.ts'
import type { ScanRow } from '../duplicates.tables.ts'

const customers = (context: Context) => tablesOf<CustomersTables>(context)

/** The scan that is under way, else the last one. */
export const readScan = (context: Context): Promise<ScanRow | undefined> =>
  customers(context).selectFrom('customers.duplicate_scan').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()

export const lockScan = (context: Context, id: string): Promise<ScanRow | undefined> =>
  customers(context).selectFrom('customers.duplicate_scan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Begins a scan, unless one is under way; of those before only the last is remembered. */
export async function insertScan(context: Context, row: ScanRow): Promise<boolean> {
  await sql`delete from customers.duplicate_scan where state = 'done' and id < (select max(id::text)::uuid from customers.duplicate_scan)`.execute(
    context.tx,
  )
  const made = await customers(context)
    .insertInto('customers.duplicate_scan')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateScan(context: Context, { id, ...changed }: Partial<ScanRow> & Pick<ScanRow, 'id'>): Promise<void> {
  await customers(context).updateTable('customers.duplicate_scan').set(changed).where('id', '=', id).execute()
}

/** How many files there are to scan. */
export async function countFiles(context: Context): Promise<number> {
  const counted = await sql<{ n: number }>`select count(*)::int as n from customers.customer where not gone`.execute(context.tx)
  return counted.rows[0]?.n ?? 0
}

/** Files in the order of their ids, gone ones too, so that the walk is along the key. */
export async function readIdsAfter(context: Context, after: string | null, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select customer_id as id from customers.customer where ${after === null ? sql`true` : sql`customer_id > ${after}::uuid`}
    order by customer_id limit ${limit}`.execute(context.tx)
  return found.rows.map(({ id }) => id)
}
