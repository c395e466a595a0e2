import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { DetailColumns, FactColumns, RequestRow, ServiceTables } from '../service.tables.ts'
import { ofFile } from '../../customers/index.ts'
import { assigned, insertRows, rowsAs } from './bulk.queries.ts'
import type { ColumnTypes } from './bulk.queries.ts'

/** Which request: both ids, since the file is where it lives. */
export interface RequestKey {
  customerId: string
  requestId: string
}

const detailColumns: ColumnTypes<DetailColumns> = {
  customer_id: 'uuid',
  id: 'uuid',
  number: 'text',
  subject: 'text',
  description: 'text',
  topic_id: 'uuid',
  product_id: 'uuid',
  priority: 'text',
  channel: 'text',
  contact_name: 'text',
  contact_customer_id: 'uuid',
  test: 'boolean',
  source: 'text',
  external_number: 'text',
  search_spaced: 'text',
  search_joined: 'text',
  version: 'int',
  updated_at: 'timestamptz',
  first_response_recorded: 'boolean',
}

const factColumns: ColumnTypes<FactColumns> = {
  status: 'text',
  unit_id: 'uuid',
  owner_id: 'uuid',
  reported_at: 'timestamptz',
  registered_at: 'timestamptz',
  registered_by: 'uuid',
  first_response_at: 'timestamptz',
  first_response_by: 'uuid',
  resolved_at: 'timestamptz',
  resolved_by: 'uuid',
  closed_at: 'timestamptz',
  closed_by: 'uuid',
  reopened_count: 'int',
  outcome: 'text',
  merged_into_id: 'uuid',
  merged_into_file: 'uuid',
  exchange_count: 'int',
  event_count: 'int',
  first_contact: 'boolean',
  first_resolved_at: 'timestamptz',
  response_elapsed_seconds: 'int',
  response_working_seconds: 'int',
  unregistered_elapsed_seconds: 'int',
  unregistered_working_seconds: 'int',
  misrouted_elapsed_seconds: 'int',
  misrouted_working_seconds: 'int',
  queued_elapsed_seconds: 'int',
  queued_working_seconds: 'int',
  held_elapsed_seconds: 'int',
  held_working_seconds: 'int',
  service_elapsed_seconds: 'int',
  service_working_seconds: 'int',
  customer_wait_elapsed_seconds: 'int',
  customer_wait_working_seconds: 'int',
}

export const factColumnNames = Object.keys(factColumns) as (keyof FactColumns)[]

const service = (context: Pick<Context, 'tx'>) => tablesOf<ServiceTables>(context)

export async function findRequest(context: Context, { customerId, requestId }: RequestKey): Promise<RequestRow | undefined> {
  return service(context)
    .selectFrom('service.request')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('id', '=', requestId)
    .executeTakeFirst()
}

/** The requests of these keys that are there. */
export async function findRequests(context: Context, keys: readonly RequestKey[]): Promise<RequestRow[]> {
  return selectRequests(context, keys).execute()
}

const selectRequests = (context: Context, keys: readonly RequestKey[]) =>
  service(context)
    .selectFrom('service.request')
    .selectAll()
    .where('customer_id', 'in', [...new Set(keys.map((key) => key.customerId))])
    .where(
      'id',
      'in',
      keys.map((key) => key.requestId),
    )

/** Locks the requests against other commands until the end of the transaction, always in the same order. */
export async function lockRequests(context: Context, keys: readonly RequestKey[]): Promise<RequestRow[]> {
  if (keys.length === 0) return []
  return selectRequests(context, keys).orderBy('customer_id').orderBy('id').forUpdate().execute()
}

export async function insertRequests(context: Context, rows: readonly RequestRow[]): Promise<void> {
  await insertRows(context, 'service.request', { ...detailColumns, ...factColumns }, rows)
  const numbers = rows.map((row) => ({ number: row.number, customer_id: row.customer_id, request_id: row.id }))
  await insertRows(context, 'service.request_by_number', { number: 'text', customer_id: 'uuid', request_id: 'uuid' }, numbers)
}

type Keyed<T> = T & { customer_id: string; id: string }

/** Writes what the replay found. `asNewVersion`: somebody did something, so that older copies on screens are stale. */
export async function updateFacts(context: Context, rows: readonly Keyed<FactColumns>[], asNewVersion: boolean): Promise<void> {
  if (rows.length === 0) return
  const version = asNewVersion ? sql`, version = r.version + 1, updated_at = ${context.now}` : sql``
  await sql`update service.request r set ${assigned(factColumns)}${version}
    from ${rowsAs(rows, { customer_id: 'uuid', id: 'uuid', ...factColumns }, 'x')}
    where r.customer_id = x.customer_id and r.id = x.id`.execute(context.tx)
}

export type ChangedDetails = Partial<Omit<DetailColumns, 'customer_id' | 'id' | 'number' | 'version' | 'updated_at'>>

export async function updateDetails(context: Context, { customerId, requestId }: RequestKey, changed: ChangedDetails): Promise<void> {
  await service(context)
    .updateTable('service.request')
    .set({ ...changed, updated_at: context.now })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('customer_id', '=', customerId)
    .where('id', '=', requestId)
    .execute()
}

/** Numbers never given before; gaps are of no account. */
export async function nextRunningNumbers(context: Context, count: number): Promise<number[]> {
  const taken = await sql<{
    running: number
  }>`select nextval('service.request_number_sequence') as running from generate_series(1, ${count}::int)`.execute(context.tx)
  return taken.rows.map((row) => row.running)
}

export async function findKeyByNumber(context: Context, number: string): Promise<RequestKey | undefined> {
  const row = await service(context).selectFrom('service.request_by_number').selectAll().where('number', '=', number).executeTakeFirst()
  return row && { customerId: row.customer_id, requestId: row.request_id }
}

/** Requests of the same file, by whichever of its ids they came, that were merged into this one, directly or through another. */
export async function findMergedInto(
  context: Context,
  fileIds: readonly string[],
  requestId: string,
): Promise<(RequestKey & { number: string })[]> {
  const found = await sql<RequestKey & { number: string }>`
    with recursive merged as (
      select customer_id, id, number from service.request r where ${ofFile('r.customer_id', fileIds)} and r.merged_into_id = ${requestId}
      union
      select r.customer_id, r.id, r.number from service.request r join merged m on r.merged_into_id = m.id
      where ${ofFile('r.customer_id', fileIds)}
    ) select customer_id as "customerId", id as "requestId", number from merged order by number`.execute(context.tx)
  return found.rows
}
