import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { fileFrom } from '../files/columns.ts'
import type { CustomerFile } from '../files/file.types.ts'

/** The next files in the order of their ids, whole, held until the batch is written. */
export async function filesAfter(context: Context, after: string | null, limit: number): Promise<CustomerFile[]> {
  const tables = tablesOf<CustomersTables>(context)
  const rows = await tables
    .selectFrom('customers.customer')
    .selectAll()
    .$if(after !== null, (query) => query.where('customer_id', '>', after ?? ''))
    .orderBy('customer_id')
    .limit(limit)
    .forUpdate()
    .execute()
  const points = await tables
    .selectFrom('customers.access_point')
    .selectAll()
    .where(sql<boolean>`customer_id = any(${rows.map((row) => row.customer_id)}::uuid[])`)
    .execute()
  const pointsOf = Map.groupBy(points, (point) => point.customer_id)
  return rows.map((row) => fileFrom(row, pointsOf.get(row.customer_id) ?? []))
}

export async function countFiles(context: Context): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from customers.customer`.execute(context.tx)
  return found.rows[0]?.n ?? 0
}
