import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleRows } from '../../identity/index.ts'
import type { RequestRow } from '../service.tables.ts'

/** As many of the latest of a topic or product are looked at: older ones tell of older products and other people. */
const latest = 2000

type Candidate = Pick<RequestRow, 'customer_id' | 'id' | 'number' | 'subject' | 'product_id' | 'outcome'> & { resolved_at: Date }

/** Solved requests of the same topic (or, without one, the same product) that the actor may see, the latest first. */
export async function solvedBeside(context: Context, request: RequestRow): Promise<Candidate[]> {
  const [column, value] = request.topic_id === null ? [sql.ref('product_id'), request.product_id] : [sql.ref('topic_id'), request.topic_id]
  if (value === null) return []
  const found = await sql<Candidate>`
    select customer_id, id, number, subject, product_id, outcome, resolved_at from (
      select * from service.request where ${column} = ${value} order by reported_at desc, id desc limit ${latest}) r
    where r.status in ('resolved', 'closed') and r.outcome in ('solved', 'partly') and r.resolved_at is not null
      and not r.test and r.id <> ${request.id} and ${visibleRows(context.actor, 'service.read', 'r')}
    order by r.reported_at desc, r.id desc`.execute(context.tx)
  return found.rows
}

/** What was noted when these requests were last resolved, by request id. */
export async function solutionsOf(context: Context, keys: readonly { customer_id: string; id: string }[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const found = await sql<{ request_id: string; note: string }>`
    select distinct on (e.customer_id, e.request_id) e.request_id, left(e.note, 300) as note
    from unnest(${keys.map((key) => key.customer_id)}::uuid[], ${keys.map((key) => key.id)}::uuid[]) k (customer_id, id)
    join service.request_event e on e.customer_id = k.customer_id and e.request_id = k.id
    where e.kind = 'resolved' and e.note <> ''
    order by e.customer_id, e.request_id, e.at desc, e.sequence desc`.execute(context.tx)
  return new Map(found.rows.map((row) => [row.request_id, row.note]))
}
