import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleRows } from '../../identity/index.ts'
import { searchKeys } from '../requests/search-keys.rules.ts'

/** What a request of an erased customer is called. */
const erasedSubject = 'پاک‌شده'

/** Takes every word out of the requests of these customers, and them out of the requests of others; what was reckoned stays. */
export async function blankRequests({ tx }: Context, customerIds: readonly string[]): Promise<number> {
  await sql`delete from service.request_document where customer_id = any(${customerIds}::uuid[])`.execute(tx)
  await sql`update service.request_event set note = null, label = null, import_key = null
    where customer_id = any(${customerIds}::uuid[])`.execute(tx)
  const found = await sql<{ customer_id: string; id: string; number: string; source: string | null; external_number: string | null }>`
    select customer_id, id, number, source, external_number from service.request where customer_id = any(${customerIds}::uuid[])`.execute(
    tx,
  )
  await forgetExternalNumbers(tx, found.rows)
  const rows = found.rows.map(({ customer_id, id, number }) => ({
    customer_id,
    id,
    ...searchKeys({ subject: '', number, externalNumber: null, customerName: '' }),
  }))
  await sql`
    update service.request r set subject = ${erasedSubject}, description = '', contact_name = null, contact_customer_id = null,
      external_number = null, search_spaced = x.search_spaced, search_joined = x.search_joined, version = r.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (customer_id uuid, id uuid, search_spaced text, search_joined text)
    where r.customer_id = x.customer_id and r.id = x.id`.execute(tx)
  await sql`update service.request set contact_name = null, contact_customer_id = null, version = version + 1
    where contact_customer_id = any(${customerIds}::uuid[])`.execute(tx)
  return rows.length
}

/** By their numbers, which the look-up is spread by. */
async function forgetExternalNumbers(
  tx: Context['tx'],
  rows: readonly { customer_id: string; source: string | null; external_number: string | null }[],
): Promise<void> {
  const known = rows.filter(({ external_number }) => external_number !== null)
  await sql`delete from service.request_by_external where (external_number, source) in (
    select * from unnest(${known.map((row) => row.external_number)}::text[], ${known.map((row) => row.source)}::text[]))`.execute(tx)
}

/** Which of these files have a request that is still open. */
export async function filesWithOpenRequests({ tx }: Context, customerIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`select distinct customer_id as id from service.request
    where customer_id = any(${customerIds}::uuid[]) and status in ('new', 'open', 'waiting')`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** How many of these the actor sees. */
export async function countRequests({ tx, actor }: Context, customerIds: readonly string[]): Promise<{ open: number; ended: number }> {
  const found = await sql<{ open: number; ended: number }>`
    select count(*) filter (where status in ('new', 'open', 'waiting'))::int as open,
      count(*) filter (where status not in ('new', 'open', 'waiting'))::int as ended
    from service.request r where r.customer_id = any(${customerIds}::uuid[]) and ${visibleRows(actor, 'service.read', 'r')}`.execute(tx)
  return found.rows[0] ?? { open: 0, ended: 0 }
}

/** Every request of these customers as it stands, oldest first, after a request. */
export async function readAllRequests({ tx }: Context, customerIds: readonly string[], after: string | undefined, limit: number) {
  const beyond = after === undefined ? sql`` : sql`and id > ${after}::uuid`
  const found = await sql<{ id: string } & Record<string, unknown>>`
    select id, number, subject, description, status, priority, channel, contact_name as "contactName", reported_at as "reportedAt",
      resolved_at as "resolvedAt", closed_at as "closedAt", outcome
    from service.request where customer_id = any(${customerIds}::uuid[]) ${beyond} order by id limit ${limit}`.execute(tx)
  return found.rows
}

/** Every event of these requests with its words. */
export async function readAllEvents({ tx }: Context, customerIds: readonly string[], after: string | undefined, limit: number) {
  const beyond = after === undefined ? sql`` : sql`and e.id > ${after}::uuid`
  const found = await sql<{ id: string } & Record<string, unknown>>`
    select e.id, r.number, e.kind, e.at, e.channel, e.note, e.label, e.outcome from service.request_event e
    join service.request r on r.customer_id = e.customer_id and r.id = e.request_id
    where e.customer_id = any(${customerIds}::uuid[]) ${beyond} order by e.id limit ${limit}`.execute(tx)
  return found.rows
}
