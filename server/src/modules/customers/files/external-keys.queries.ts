import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { customerColumns } from './columns.ts'
import type { CustomerFile } from './file.types.ts'
import { insertSearchRows } from './files.queries.ts'
import { searchRowsOf } from './search-rows.rules.ts'

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

/** Inserts files that have no ways of access yet, each with its key among what finds it. */
export async function insertExternalFiles(context: Context, files: readonly (CustomerFile & { label: string })[]): Promise<void> {
  if (files.length === 0) return
  const rows = files.map((file) => ({
    customer_id: file.customerId,
    code: file.code,
    ...customerColumns(file),
    last_contact_at: '-infinity',
    created_at: file.createdAt,
  }))
  await customers(context).insertInto('customers.customer').values(rows).execute()
  const codes = files.map(({ code, customerId }) => ({ kind: 'code' as const, value: code, customer_id: customerId }))
  await customers(context).insertInto('customers.identifier').values(codes).execute()
  await insertSearchRows(
    context,
    files.flatMap((file) =>
      searchRowsOf(file, file.label).map((row) => ({ ...row, customerId: file.customerId, unitId: file.unitId, ownerId: file.ownerId })),
    ),
  )
}
