import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { RequestRow, ServiceTables } from '../service.tables.ts'

/** The latest moment and the highest place in the log of a request; both small when it has no events yet. */
export async function lastMoment(
  context: Context,
  request: Pick<RequestRow, 'customer_id' | 'id'>,
): Promise<{ at: Date; sequence: number }> {
  const row = await tablesOf<ServiceTables>(context)
    .selectFrom('service.request_event')
    .select((e) => [e.fn.max('at').as('at'), e.fn.max('sequence').as('sequence')])
    .where('customer_id', '=', request.customer_id)
    .where('request_id', '=', request.id)
    .executeTakeFirst()
  return { at: row?.at ?? new Date(0), sequence: row?.sequence ?? -1 }
}
