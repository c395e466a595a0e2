import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { ofFile } from '../../customers/index.ts'
import type { SalesTables } from '../sales.tables.ts'

export type EntryRow = SalesTables['sales.entry']
export type LineRow = SalesTables['sales.invoice_line']
export type ChequeRow = SalesTables['sales.cheque']
export type ChequeEventRow = SalesTables['sales.cheque_event']
export type InstalmentRow = SalesTables['sales.instalment']

export interface EntryKey {
  customerId: string
  entryId: string
}

const tables = (context: Pick<Context, 'tx'>) => tablesOf<SalesTables>(context)

/** The next number for what is entered without one. */
export async function takeNumber(context: Context): Promise<string> {
  const taken = await sql<{ number: string }>`select nextval('sales.entry_number')::text as number`.execute(context.tx)
  return taken.rows[0]?.number ?? ''
}

/** Claims values for entries; gives those that were free. A value that another transaction claims is waited for, and lost. */
export async function claimNumbers(
  context: Context,
  claims: readonly { kind: string; value: string; customerId: string; entryId: string }[],
): Promise<Set<string>> {
  if (claims.length === 0) return new Set()
  const won = await sql<{ kind: string; value: string }>`
    insert into sales.entry_by_number (kind, value, customer_id, entry_id)
    select kind, value, "customerId", "entryId" from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
      as c (kind text, value text, "customerId" uuid, "entryId" uuid)
    order by kind, value
    on conflict (kind, value) do nothing
    returning kind, value`.execute(context.tx)
  return new Set(won.rows.map(({ kind, value }) => `${kind} ${value}`))
}

export async function freeNumbers(context: Context, { customerId, entryId }: EntryKey): Promise<void> {
  await tables(context).deleteFrom('sales.entry_by_number').where('customer_id', '=', customerId).where('entry_id', '=', entryId).execute()
}

/** Writes entries as one value: a statement of thousands of parameters costs more to read than its rows to write. */
export async function insertEntries(context: Context, entries: readonly EntryRow[]): Promise<void> {
  if (entries.length === 0) return
  await sql`
    insert into sales.entry (customer_id, id, kind, number, day, due_day, description, amount, effect, method, reference, instalment_id,
      source, import_id, recorded_at, recorded_by, voided_at, voided_by, void_reason, version)
    select customer_id, id, kind, number, day, due_day, description, amount, effect, method, reference, instalment_id,
      source, import_id, recorded_at, recorded_by, voided_at, voided_by, void_reason, version
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r
      (customer_id uuid, id uuid, kind text, number text, day date, due_day date, description text, amount bigint, effect bigint,
       method text, reference text, instalment_id uuid, source text, import_id uuid, recorded_at timestamptz, recorded_by uuid,
       voided_at timestamptz, voided_by uuid, void_reason text, version int)`.execute(context.tx)
}

export async function insertLines(context: Context, lines: readonly LineRow[]): Promise<void> {
  if (lines.length > 0) await tables(context).insertInto('sales.invoice_line').values(lines).execute()
}

export async function insertCheques(context: Context, cheques: readonly ChequeRow[]): Promise<void> {
  if (cheques.length > 0) await tables(context).insertInto('sales.cheque').values(cheques).execute()
}

export async function insertChequeEvents(context: Context, events: readonly ChequeEventRow[]): Promise<void> {
  if (events.length > 0) await tables(context).insertInto('sales.cheque_event').values(events).execute()
}

/** The entry, held until the transaction ends. */
export async function lockEntry(context: Context, { customerId, entryId }: EntryKey): Promise<EntryRow | undefined> {
  return tables(context)
    .selectFrom('sales.entry')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('id', '=', entryId)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateEntry(context: Context, entry: EntryRow, change: Partial<EntryRow>): Promise<EntryRow> {
  const after = { ...change, version: entry.version + 1 }
  await tables(context)
    .updateTable('sales.entry')
    .set(after)
    .where('customer_id', '=', entry.customer_id)
    .where('id', '=', entry.id)
    .execute()
  return { ...entry, ...after }
}

/** The entry of this id in a file of these ids. */
export async function readEntry(context: Context, ids: readonly string[], entryId: string): Promise<EntryRow | undefined> {
  return tables(context)
    .selectFrom('sales.entry')
    .selectAll()
    .where(ofFile('customer_id', ids))
    .where('id', '=', entryId)
    .executeTakeFirst()
}

export async function readLines(context: Context, { customerId, entryId }: EntryKey): Promise<LineRow[]> {
  return tables(context)
    .selectFrom('sales.invoice_line')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('entry_id', '=', entryId)
    .orderBy('position')
    .execute()
}

/** Cheques of these entries of one file, by their ids. */
export async function readCheques(context: Context, files: readonly string[], ids: readonly string[]): Promise<Map<string, ChequeRow>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('sales.cheque')
    .selectAll()
    .where(ofFile('customer_id', files))
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function updateCheque(context: Context, { customerId, entryId }: EntryKey, change: Partial<ChequeRow>): Promise<void> {
  await tables(context).updateTable('sales.cheque').set(change).where('customer_id', '=', customerId).where('id', '=', entryId).execute()
}

/** The story of a cheque, oldest first. */
export async function readChequeEvents(context: Context, { customerId, entryId }: EntryKey): Promise<ChequeEventRow[]> {
  return tables(context)
    .selectFrom('sales.cheque_event')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('cheque_id', '=', entryId)
    .orderBy('id')
    .execute()
}

export async function removeChequeEvent(context: Context, customerId: string, id: string): Promise<void> {
  await tables(context).deleteFrom('sales.cheque_event').where('customer_id', '=', customerId).where('id', '=', id).execute()
}
