import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'

const customers = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

/** Files by the keys that another system knows them by; keys unknown here are left out. */
export async function readExternal(context: Context, values: readonly string[]): Promise<Map<string, string>> {
  const rows = await customers(context)
    .selectFrom('customers.identifier')
    .select(['value', 'customer_id'])
    .where('kind', '=', 'external')
    .where(sql<boolean>`value = any(${[...values]})`)
    .execute()
  return new Map(rows.map((row) => [row.value, row.customer_id]))
}

/** Of these keys, those of files that were removed, and not merged into another. */
export async function readRemovedExternal(context: Context, values: readonly string[]): Promise<string[]> {
  const rows = await customers(context)
    .selectFrom('customers.identifier as i')
    .innerJoin('customers.customer as c', 'c.customer_id', 'i.customer_id')
    .select('i.value')
    .where('i.kind', '=', 'external')
    .where(sql<boolean>`i.value = any(${[...values]})`)
    .where('c.deleted_at', 'is not', null)
    .execute()
  return rows.map((row) => row.value)
}

/** Claims keys for files to be made; returns those won. A key that another transaction claims is waited for, and lost. */
export async function claimExternal(context: Context, claims: readonly { value: string; customerId: string }[]): Promise<Set<string>> {
  const won = await sql<{ value: string }>`
    insert into customers.identifier (kind, value, customer_id)
    select 'external', c.value, c.customer_id from unnest(${claims.map((c) => c.value)}::text[], ${claims.map((c) => c.customerId)}::uuid[]) c (value, customer_id)
    order by c.value
    on conflict (kind, value) do nothing
    returning value`.execute(context.tx)
  return new Set(won.rows.map((row) => row.value))
}
