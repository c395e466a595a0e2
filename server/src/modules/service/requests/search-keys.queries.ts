import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { DetailColumns, ServiceTables } from '../service.tables.ts'
import { rowsAs } from './bulk.queries.ts'

type KeyParts = Pick<DetailColumns, 'customer_id' | 'id' | 'subject' | 'number' | 'external_number' | 'search_spaced' | 'search_joined'>

export type RequestRef = Pick<KeyParts, 'customer_id' | 'id'>

/** What the search keys of these customers' requests are made of, and what they are now; held against other changes. */
export async function readKeyParts(
  context: Context,
  customerIds: readonly string[],
  page: { limit: number; after: RequestRef | undefined },
): Promise<KeyParts[]> {
  return tablesOf<ServiceTables>(context)
    .selectFrom('service.request')
    .select(['customer_id', 'id', 'subject', 'number', 'external_number', 'search_spaced', 'search_joined'])
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .$if(page.after !== undefined, (query) =>
      query.where(sql<boolean>`(customer_id, id) > (${page.after?.customer_id}::uuid, ${page.after?.id}::uuid)`),
    )
    .orderBy('customer_id')
    .orderBy('id')
    .limit(page.limit)
    .forUpdate()
    .execute()
}

/** Nobody did anything to the request, so its version stays. */
export async function writeKeys(context: Context, rows: readonly KeyParts[]): Promise<void> {
  if (rows.length === 0) return
  const keys = rows.map(({ customer_id, id, search_spaced, search_joined }) => ({ customer_id, id, search_spaced, search_joined }))
  await sql`update service.request r set search_spaced = x.search_spaced, search_joined = x.search_joined
    from ${rowsAs(keys, { customer_id: 'uuid', id: 'uuid', search_spaced: 'text', search_joined: 'text' }, 'x')}
    where r.customer_id = x.customer_id and r.id = x.id`.execute(context.tx)
}
