import { channels } from '@parvandeh/contract'
import type { requestRow } from '@parvandeh/contract'
import type { z } from 'zod'
import type { Actor } from '../../../platform/context.ts'
import type { RequestRow } from '../service.tables.ts'

type Channel = (typeof channels)[number]

/** A channel that an import brought and that the product does not name is 'other'. */
const channelOf = (text: string): Channel => channels.find((channel) => channel === text) ?? 'other'

/** What was written of a request is internal: a reader without that class sees what happened, and not the words. */
export const readsWords = (actor: Actor): boolean => actor.fieldClasses.has('internal')

/** A request as lists show it. `names`: customers' display names by id. */
export function presentRow(actor: Actor, request: RequestRow, names: ReadonlyMap<string, string>): z.input<typeof requestRow> {
  return {
    id: request.id,
    customerId: request.customer_id,
    number: request.number,
    subject: readsWords(actor) ? request.subject : '',
    customerName: names.get(request.customer_id) ?? '',
    status: request.status,
    priority: request.priority,
    topicId: request.topic_id,
    productId: request.product_id,
    channel: channelOf(request.channel),
    unitId: request.unit_id,
    holderId: request.owner_id,
    reportedAt: request.reported_at.toISOString(),
    registeredAt: request.registered_at.toISOString(),
    firstResponseAt: request.first_response_at?.toISOString() ?? null,
    resolvedAt: request.resolved_at?.toISOString() ?? null,
    closedAt: request.closed_at?.toISOString() ?? null,
    reopenedCount: request.reopened_count,
    outcome: request.outcome,
    version: request.version,
  }
}
