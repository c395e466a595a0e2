import type { Notice } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { RequestRow } from '../service.tables.ts'
import type { StoredRequestEvent } from './event.queries.ts'
import { timelineOf } from './timeline.rules.ts'

/** Tells that a request changed, with the lines that its new events leave on the file's timeline and what people should know of it. */
export async function publishChange(
  context: Context,
  request: RequestRow,
  change: string,
  events: readonly StoredRequestEvent[] = [],
  notices: Notice[] = [],
): Promise<void> {
  await context.publish('service.request-changed', {
    customerId: request.customer_id,
    id: request.id,
    version: request.version,
    unitId: request.unit_id,
    ownerId: request.owner_id,
    number: request.number,
    change,
    timeline: events.flatMap((event) => timelineOf(request, event)),
    notices,
  })
}
