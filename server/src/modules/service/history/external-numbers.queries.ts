import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { rowsAs } from '../requests/bulk.queries.ts'
import type { ColumnTypes } from '../requests/bulk.queries.ts'

interface Claim {
  source: string
  external_number: string
  customer_id: string
  request_id: string
}

const columns: ColumnTypes<Claim> = { source: 'text', external_number: 'text', customer_id: 'uuid', request_id: 'uuid' }

/**
 * Claims external numbers for new requests; gives for each number the request that has it, which is another one
 * where the number was claimed before. Two loads of the same numbers wait for each other here.
 */
export async function claimExternalNumbers(context: Context, claims: readonly Claim[]): Promise<Claim[]> {
  if (claims.length === 0) return []
  const rows = rowsAs(claims, columns, 'x')
  await sql`insert into service.request_by_external (source, external_number, customer_id, request_id)
    select source, external_number, customer_id, request_id from ${rows} order by external_number, source on conflict do nothing`.execute(
    context.tx,
  )
  const found = await sql<Claim>`select e.source, e.external_number, e.customer_id, e.request_id
    from service.request_by_external e join ${rows} on e.source = x.source and e.external_number = x.external_number`.execute(context.tx)
  return found.rows
}
