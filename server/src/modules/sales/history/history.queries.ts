import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { EntryKey } from '../ledger/entry.queries.ts'

/** Sums that came before under these keys of imports, by key. */
export async function loadedBefore(context: Context, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const found = await sql<{ key: string; amount: number }>`
    select n.value as key, e.amount from sales.entry_by_number n
    join sales.entry e on e.customer_id = n.customer_id and e.id = n.entry_id
    where n.kind = 'import' and n.value = any(${[...keys]}::text[])`.execute(context.tx)
  return new Map(found.rows.map(({ key, amount }) => [key, amount]))
}

/** Vouchers that an import brought and that are as it left them. */
export async function untouchedOf(context: Context, importId: string, limit: number): Promise<EntryKey[]> {
  const found = await sql<EntryKey>`
    select customer_id as "customerId", id as "entryId" from sales.entry
    where import_id = ${importId}::uuid and version = 1 order by import_id, customer_id, id limit ${limit}`.execute(context.tx)
  return found.rows
}

/** How many vouchers of an import are as it left them, and how many somebody has changed since. */
export async function countLoaded(context: Context, importId: string): Promise<{ untouched: number; touched: number }> {
  const found = await sql<{ untouched: number; touched: number }>`
    select count(*) filter (where version = 1) as untouched, count(*) filter (where version > 1) as touched
    from sales.entry where import_id = ${importId}::uuid`.execute(context.tx)
  return found.rows[0] ?? { untouched: 0, touched: 0 }
}

/** Removes vouchers with the keys by which they were known, so that they may come again. */
export async function removeEntries(context: Context, entries: readonly EntryKey[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as k ("customerId" uuid, "entryId" uuid)`
  await sql`delete from sales.entry_by_number n using ${given} where n.customer_id = k."customerId" and n.entry_id = k."entryId"`.execute(
    context.tx,
  )
  await sql`delete from sales.entry e using ${given} where e.customer_id = k."customerId" and e.id = k."entryId"`.execute(context.tx)
}
