import { sql } from 'kysely'
import { tablesOf } from '../../../../platform/context.ts'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import type { CustomersTables } from '../../customers.tables.ts'
import type { MergeRow } from '../duplicates.tables.ts'

type Row = Record<string, unknown>

interface Left {
  customerId: string
  unitId: string | null
  ownerId: string | null
}

/** Rows of what was merged as rows of the file that is left, under its rights. */
const readIn = (context: Context, { customerId, unitId, ownerId }: Left, mergedId: string, rows: readonly Row[]): Row[] =>
  rows.map((row) => ({
    ...row,
    customer_id: customerId,
    id: newId(context.now),
    unit_id: unitId,
    owner_id: ownerId,
    merged_id: mergedId,
  }))

/** What the other was found by finds the file that is left, under its rights; gives the other's rows, which are taken away. */
export async function takeOverSearchRows(context: Context, from: string, to: Left): Promise<Row[]> {
  const taken = await sql<{ row: Row }>`
    delete from customers.search_row s where s.customer_id = ${from}::uuid returning to_jsonb(s) as row`.execute(context.tx)
  const rows = taken.rows.map(({ row }) => row)
  await insertRows(context, readIn(context, to, from, rows))
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

/** Files that were out of every list are found again by what was merged into them. */
export async function bringMergedRows(context: Context, files: readonly Left[]): Promise<void> {
  const merges = await tablesOf<CustomersTables>(context)
    .selectFrom('customers.merge')
    .select(['customer_id', 'merged_id', 'search_rows'])
    .where(sql<boolean>`customer_id = any(${files.map(({ customerId }) => customerId)}::uuid[])`)
    .execute()
  const byId = new Map(files.map((file) => [file.customerId, file]))
  const rows = merges.flatMap((merge) => {
    const file = byId.get(merge.customer_id)
    return file ? readIn(context, file, merge.merged_id, merge.search_rows) : []
  })
  await insertRows(context, rows)
}

async function insertRows(context: Context, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into customers.search_row
    select r.* from jsonb_populate_recordset(null::customers.search_row, ${JSON.stringify(rows)}::jsonb) r
    on conflict do nothing`.execute(context.tx)
}
