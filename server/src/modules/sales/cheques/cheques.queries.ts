import type { Permission, QueryOf, contract } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleParts, visibleRows } from '../../identity/index.ts'
import type { ChequeRow } from '../ledger/entry.queries.ts'

export type ChequeFilters = Omit<QueryOf<typeof contract.cheques.list>, 'limit' | 'after'>

/** Cheques over all files by their due day, soonest first, of those whose accounts the actor may read, and under these permissions too. */
export async function readDueCheques(
  context: Context,
  { state, from, to, bank }: ChequeFilters,
  after: readonly [string, string, string] | undefined,
  limit: number,
  alsoUnder: readonly Permission[],
): Promise<ChequeRow[]> {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`not c.voided`, ...alsoUnder.map((one) => visibleRows(context.actor, one, 'c'))]
  if (state === 'open') conditions.push(sql<boolean>`c.state in ('in-hand', 'deposited')`)
  else if (state !== undefined && state !== 'any') conditions.push(sql<boolean>`c.state = ${state}`)
  if (from !== undefined) conditions.push(sql<boolean>`c.due_day >= ${from}::date`)
  if (to !== undefined) conditions.push(sql<boolean>`c.due_day <= ${to}::date`)
  if (bank) conditions.push(sql<boolean>`c.bank = ${bank}`)
  if (after) conditions.push(sql<boolean>`(c.due_day, c.customer_id, c.id) > (${after[0]}::date, ${after[1]}::uuid, ${after[2]}::uuid)`)
  const parts = visibleParts(context.actor, 'sales.read', 'c').map(
    (part) => sql`(select c.due_day, c.customer_id, c.id from sales.cheque c
      where ${sql.join([part, ...conditions], sql` and `)} order by c.due_day, c.customer_id, c.id limit ${limit})`,
  )
  const found = await sql<ChequeRow>`
    select c.* from (
      select * from (${sql.join(parts, sql` union `)}) part order by due_day, customer_id, id limit ${limit}) page
    join sales.cheque c on c.customer_id = page.customer_id and c.id = page.id
    order by c.due_day, c.customer_id, c.id`.execute(context.tx)
  return found.rows
}

/** The versions of these cheques' entries, for a change of them from a list. */
export async function readVersions(context: Context, cheques: readonly ChequeRow[]): Promise<Map<string, number>> {
  const found = await sql<{ id: string; version: number }>`
    select e.id, e.version from unnest(${cheques.map((row) => row.customer_id)}::uuid[], ${cheques.map(({ id }) => id)}::uuid[]) k (customer_id, id)
    join sales.entry e on e.customer_id = k.customer_id and e.id = k.id`.execute(context.tx)
  return new Map(found.rows.map(({ id, version }) => [id, version]))
}
