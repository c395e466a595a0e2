import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { RequestKey } from '../requests/request.queries.ts'

/** A place in the walk over requests: the last one that was looked at. */
export interface WalkedTo extends RequestKey {
  until: string | null
}

interface Stretch {
  from: Date
  to: Date | null
}

/** The next requests whose clocks ran at some time within the stretch, in the order in which they stopped. */
export async function nextClocksIn(
  context: Context,
  { from, to }: Stretch,
  after: WalkedTo | undefined,
  limit: number,
): Promise<WalkedTo[]> {
  const found = await sql<WalkedTo>`
    select customer_id as "customerId", id as "requestId", to_char(greatest(first_response_at, resolved_at), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as until
    from service.request
    where greatest(first_response_at, resolved_at) >= ${from}
      and ${to === null ? sql`true` : sql`reported_at < ${to}`}
      and ${after === undefined ? sql`true` : sql`(greatest(first_response_at, resolved_at), id) > (${after.until}::timestamptz, ${after.requestId}::uuid)`}
    order by greatest(first_response_at, resolved_at), id limit ${limit}`.execute(context.tx)
  return found.rows
}

/** The next requests that this person had in hand at some time within the stretch. */
export async function nextHeldIn(
  context: Context,
  personId: string,
  { from, to }: { from: Date; to: Date },
  after: WalkedTo | undefined,
  limit: number,
): Promise<WalkedTo[]> {
  const found = await sql<WalkedTo>`
    select distinct customer_id as "customerId", request_id as "requestId", null as until from service.holding
    where person_id = ${personId} and starts_at < ${to} and (ends_at is null or ends_at > ${from})
      and ${after === undefined ? sql`true` : sql`(customer_id, request_id) > (${after.customerId}::uuid, ${after.requestId}::uuid)`}
    order by customer_id, request_id limit ${limit}`.execute(context.tx)
  return found.rows
}

/** The next requests of all. */
export async function nextOfAll(context: Context, after: WalkedTo | undefined, limit: number): Promise<WalkedTo[]> {
  const found = await sql<WalkedTo>`
    select customer_id as "customerId", id as "requestId", null as until from service.request
    where ${after === undefined ? sql`true` : sql`(customer_id, id) > (${after.customerId}::uuid, ${after.requestId}::uuid)`}
    order by customer_id, id limit ${limit}`.execute(context.tx)
  return found.rows
}
