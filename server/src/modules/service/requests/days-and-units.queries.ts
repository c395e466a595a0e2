import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** A day and a unit of which some figure may count a request. */
export interface DayOfUnit {
  /** `YYYY-MM-DD` in the zone asked for. */
  day: string
  /** Null where no unit had it. */
  unitId: string | null
}

/**
 * The days on which these requests may count (reported, ever resolved, ever closed), each with every unit that has or
 * ever had the request: what was undone or merged away counts no more where it counted before.
 */
export async function daysAndUnitsOf(
  context: Context,
  requests: readonly { customerId: string; id: string }[],
  zone: string,
): Promise<DayOfUnit[]> {
  const found = await sql<DayOfUnit>`
    select distinct (t.at at time zone ${zone})::date as day, u.unit_id as "unitId"
    from unnest(${requests.map(({ customerId }) => customerId)}::uuid[], ${requests.map(({ id }) => id)}::uuid[]) as a (customer_id, id)
    join service.request r on r.customer_id = a.customer_id and r.id = a.id
    cross join lateral (
      select r.reported_at as at
      union select coalesce(e.reported_at, e.at) from service.request_event e
        where e.customer_id = r.customer_id and e.request_id = r.id and e.kind in ('registered', 'resolved', 'closed')) as t
    cross join lateral (
      select r.unit_id
      union select e.to_unit_id from service.request_event e
        where e.customer_id = r.customer_id and e.request_id = r.id and (e.to_unit_id is not null or e.kind = 'registered')
      union select e.unit_id from service.request_event e
        where e.customer_id = r.customer_id and e.request_id = r.id and e.unit_id is not null
      union select h.unit_id from service.holding h where h.customer_id = r.customer_id and h.request_id = r.id) as u`.execute(context.tx)
  return found.rows
}
