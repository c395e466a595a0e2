import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { ExchangeRow, HoldingRow, ResolutionRow, ServicePartRow, WaitRow } from '../service.tables.ts'
import { insertRows, rowsAs, selectColumns } from './bulk.queries.ts'
import type { ColumnTypes } from './bulk.queries.ts'
import type { Following, Reckoned } from './reckon.rules.ts'
import type { RequestKey } from './request.queries.ts'

export type FollowingLists = Omit<Reckoned, 'columns'>
type ListName = keyof FollowingLists

const holdings: ColumnTypes<Following<HoldingRow>> = {
  unit_id: 'uuid',
  person_id: 'uuid',
  starts_at: 'timestamptz',
  ends_at: 'timestamptz',
  reason: 'text',
}
const waits: ColumnTypes<Following<WaitRow>> = { kind: 'text', starts_at: 'timestamptz', ends_at: 'timestamptz' }
const parts: ColumnTypes<Following<ServicePartRow>> = {
  unit_id: 'uuid',
  person_id: 'uuid',
  state: 'text',
  elapsed_seconds: 'int',
  working_seconds: 'int',
}
const exchanges: ColumnTypes<Following<ExchangeRow>> = {
  kind: 'text',
  customer_at: 'timestamptz',
  employee_at: 'timestamptz',
  person_id: 'uuid',
  unit_id: 'uuid',
  channel: 'text',
}
const resolutions: ColumnTypes<Following<ResolutionRow>> = {
  at: 'timestamptz',
  person_id: 'uuid',
  unit_id: 'uuid',
  outcome: 'text',
  reopened_at: 'timestamptz',
  is_last: 'boolean',
}

/** Where each list that follows from the events is kept. */
const kept: Record<ListName, { table: string; columns: Record<string, 'uuid' | 'text' | 'int' | 'boolean' | 'timestamptz'> }> = {
  holdings: { table: 'service.holding', columns: holdings },
  exchanges: { table: 'service.exchange', columns: exchanges },
  waits: { table: 'service.wait', columns: waits },
  resolutions: { table: 'service.resolution', columns: resolutions },
  parts: { table: 'service.service_part', columns: parts },
}
const listNames = Object.keys(kept) as ListName[]

type Found = RequestKey & Reckoned

/** Writes what follows from the events of requests that have nothing written yet. */
export async function insertFollowing(context: Context, found: readonly Found[]): Promise<void> {
  for (const name of listNames) {
    const rows = found.flatMap((one) =>
      one[name].map((row, position) => ({
        customer_id: one.customerId,
        id: newId(context.now),
        request_id: one.requestId,
        position,
        ...row,
      })),
    )
    const columns = { customer_id: 'uuid', id: 'uuid', request_id: 'uuid', position: 'int', ...kept[name].columns } as const
    await insertRows<Record<string, unknown>>(context, kept[name].table, columns, rows)
  }
}

/** Writes it anew for requests that were replayed. */
export async function replaceFollowing(context: Context, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return
  const keys = found.map((one) => ({ customer_id: one.customerId, request_id: one.requestId }))
  for (const name of listNames) {
    await sql`delete from ${sql.table(kept[name].table)} d using ${rowsAs(keys, { customer_id: 'uuid', request_id: 'uuid' }, 'x')}
      where d.customer_id = x.customer_id and d.request_id = x.request_id`.execute(context.tx)
  }
  await insertFollowing(context, found)
}

/** What is written, by request id, each list in its order. */
export async function readFollowing(
  context: Context,
  keys: readonly RequestKey[],
  names: readonly ListName[] = listNames,
): Promise<Map<string, FollowingLists>> {
  const byRequest = new Map(
    keys.map((key): [string, FollowingLists] => [key.requestId, { holdings: [], exchanges: [], waits: [], resolutions: [], parts: [] }]),
  )
  for (const name of keys.length === 0 ? [] : names) {
    const found = await sql<{
      request_id: string
    }>`select request_id, ${selectColumns(kept[name].columns)} from ${sql.table(kept[name].table)}
      where customer_id = any(${[...new Set(keys.map((key) => key.customerId))]}::uuid[]) and request_id = any(${[...byRequest.keys()]}::uuid[])
      order by request_id, position`.execute(context.tx)
    for (const { request_id, ...row } of found.rows) (byRequest.get(request_id)?.[name] as object[] | undefined)?.push(row)
  }
  return byRequest
}
