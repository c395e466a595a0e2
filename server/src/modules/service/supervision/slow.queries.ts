import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { insertRows } from '../requests/bulk.queries.ts'

export interface HeldUnanswered {
  customer_id: string
  id: string
  number: string
  subject: string
  unit_id: string | null
  owner_id: string
  reported_at: Date
  held_since: Date
}

/** Up to where the walk has come. */
export type SlowKey = Pick<HeldUnanswered, 'reported_at' | 'id'>

/**
 * Requests that nobody has answered and that lie in the same hands since some moment of the stretch, of which those
 * hands were not reminded: in order, after the key. A test is nobody's work.
 */
export async function nextHeldUnanswered(
  context: Context,
  held: { after: Date; before: Date },
  after: SlowKey | undefined,
  limit: number,
): Promise<HeldUnanswered[]> {
  const from = after ? sql`and (r.reported_at, r.id) > (${after.reported_at}, ${after.id}::uuid)` : sql``
  const found = await sql<HeldUnanswered>`
    select r.customer_id, r.id, r.number, r.subject, r.unit_id, r.owner_id, r.reported_at, h.starts_at as held_since
    from service.request r
    join service.holding h on h.customer_id = r.customer_id and h.request_id = r.id and h.ends_at is null and h.person_id = r.owner_id
    where r.owner_id is not null and r.first_response_at is null and r.first_response_recorded and r.status in ('new', 'open')
      and not r.test and h.starts_at > ${held.after} and h.starts_at <= ${held.before} ${from}
      and not exists (select 1 from service.slow_reminder s
        where s.customer_id = r.customer_id and s.request_id = r.id and s.held_since = h.starts_at)
    order by r.reported_at, r.id limit ${limit}`.execute(context.tx)
  return found.rows
}

/** Remembers of which holdings somebody was reminded. */
export const insertReminders = (context: Context, held: readonly HeldUnanswered[]): Promise<void> =>
  insertRows(
    context,
    'service.slow_reminder',
    { customer_id: 'uuid', id: 'uuid', request_id: 'uuid', held_since: 'timestamptz' },
    held.map((one) => ({ customer_id: one.customer_id, id: newId(context.now), request_id: one.id, held_since: one.held_since })),
  )
