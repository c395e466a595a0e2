import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readById } from '../../../platform/subjects/rows-by-id.queries.ts'
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

/** Every request as it stands. Who else spoke about it is not told, only that somebody did. */
export const readAllRequests = readById(sql`select x.id, x.number, x.subject, x.description, x.status, x.priority, x.channel,
    x.topic_id as "topicId", x.product_id as "productId", x.contact_name is not null as "byOther", x.reported_at as "reportedAt",
    x.resolved_at as "resolvedAt", x.closed_at as "closedAt", x.outcome
  from service.request x`)

/** Every event of these requests with its words. */
export const readAllEvents = readById(sql`select x.id, r.number, x.kind, x.at, x.channel, x.note, x.label, x.outcome
  from service.request_event x join service.request r on r.customer_id = x.customer_id and r.id = x.request_id`)
