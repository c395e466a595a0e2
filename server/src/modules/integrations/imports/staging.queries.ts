import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IntegrationsTables } from '../integrations.tables.ts'
import type { ParsedRow } from './mapping/parse-row.rules.ts'
import type { RowFault } from './mapping/row-faults.rules.ts'

/** A row of the file on its way into staging. */
export interface RowToStage {
  number: number
  line: number
  rowKey: string | null
  ticket: string | null
  at: Date | null
  cells: ParsedRow | null
  problems: RowFault[] | null
}

/** Stages rows, and says how many of them an earlier import of the source has brought. */
export async function stageRows(context: Context, importId: string, source: string, rows: readonly RowToStage[]): Promise<number> {
  const staged = await sql<{ known: boolean }>`
    insert into integrations.import_row (import_id, number, line, row_key, known, ticket, at, cells, problems)
    select ${importId}::uuid, x.number, x.line, x."rowKey", k.row_key is not null, x.ticket, x.at, x.cells, x.problems
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(number int, line int, "rowKey" uuid, ticket text, at timestamptz, cells jsonb, problems jsonb)
    left join integrations.import_key k on k.source = ${source} and k.row_key = x."rowKey"
    returning known`.execute(context.tx)
  return staged.rows.filter((row) => row.known).length
}

/** Refused rows behind a number, in the order of the file. */
export async function refusedRows(
  context: Context,
  importId: string,
  after: number,
  limit: number,
): Promise<{ number: number; line: number; problems: RowFault[] }[]> {
  const rows = await tablesOf<IntegrationsTables>(context)
    .selectFrom('integrations.import_row')
    .select(['number', 'line', 'problems'])
    .where('import_id', '=', importId)
    .where('problems', 'is not', null)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(({ number, line, problems }) => ({ number, line, problems: problems ?? [] }))
}

/** Forgets what was staged; `onlyLoaded` keeps the refused rows, which the error file is made of. */
export async function clearStaging(context: Context, importId: string, { onlyLoaded }: { onlyLoaded: boolean }): Promise<void> {
  let remove = tablesOf<IntegrationsTables>(context).deleteFrom('integrations.import_row').where('import_id', '=', importId)
  if (onlyLoaded) remove = remove.where('problems', 'is', null)
  await remove.execute()
}

/** Remembers the staged rows as loaded. */
export async function rememberRows(context: Context, importId: string, source: string): Promise<void> {
  await sql`insert into integrations.import_key (source, row_key)
    select ${source}, row_key from integrations.import_row where import_id = ${importId}::uuid and row_key is not null and not known
    on conflict do nothing`.execute(context.tx)
}

export interface NewRows {
  rows: number
  employees: number
  units: number
  customers: number
  products: number
  topics: number
  longestTicket: number
}

/** What the new rows name, each counted once, and how many rows the longest request has. */
export async function countNewRows(context: Context, importId: string): Promise<NewRows> {
  const found = await sql<NewRows>`
    select count(*)::int as rows, count(distinct cells->>'employee')::int as employees, count(distinct cells->>'unit')::int as units,
      count(distinct cells->>'customer')::int as customers, count(distinct cells->>'product')::int as products,
      count(distinct cells->>'topic')::int as topics,
      coalesce((select max(n) from (select count(*)::int as n from integrations.import_row
        where import_id = ${importId}::uuid and cells is not null group by ticket) t), 0) as "longestTicket"
    from integrations.import_row where import_id = ${importId}::uuid and cells is not null and not known`.execute(context.tx)
  return found.rows[0] ?? { rows: 0, employees: 0, units: 0, customers: 0, products: 0, topics: 0, longestTicket: 0 }
}

/** How many named customers the requests with new rows have: a request's is the one that its last row names. */
export async function countCustomersWithRequests(context: Context, importId: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(distinct customer)::int as count from (
      select distinct on (ticket) ticket, cells->>'customer' as customer from (
        select ticket, number, at, cells, bool_or(not known) over (partition by ticket) as is_new
        from integrations.import_row where import_id = ${importId}::uuid and cells is not null) r
      where is_new and cells ? 'customer'
      order by ticket, at desc, number desc) last`.execute(context.tx)
  return found.rows[0]?.count ?? 0
}

export interface TicketRow {
  ticket: string
  number: number
  rowKey: string
  known: boolean
  cells: ParsedRow
}

/**
 * Opens a cursor over the rows of all requests of which something is new, request by request, the earliest first. It
 * lives as long as the transaction.
 */
export async function openTickets(context: Context, importId: string): Promise<void> {
  await sql`declare tickets no scroll cursor for
    select ticket, number, row_key as "rowKey", known, cells from (
      select ticket, number, row_key, known, cells, min(at) over t as starts, bool_or(not known) over t as is_new
      from integrations.import_row where import_id = ${sql.lit(importId)}::uuid and cells is not null
      window t as (partition by ticket)) r
    where is_new order by starts, ticket, number`.execute(context.tx)
}

export async function fetchTicketRows(context: Context, count: number): Promise<TicketRow[]> {
  return (await sql<TicketRow>`fetch ${sql.lit(count)} from tickets`.execute(context.tx)).rows
}

export async function closeTickets(context: Context): Promise<void> {
  await sql`close tickets`.execute(context.tx)
}
