import type { Context } from '../../../platform/context.ts'
import { interactionsByIds } from '../../interactions/index.ts'
import type { Interaction } from '../../interactions/index.ts'
import type { StoredRequestEvent } from './event.queries.ts'
import { throughRequest } from './through-request.ts'

/**
 * What was said about a request. Whoever may see the request, and interactions at all, may read its conversation,
 * though it was held in a unit that the request has left: who takes over must know what was promised.
 */
export async function conversationOf(context: Context, customerId: string, events: readonly StoredRequestEvent[]): Promise<Interaction[]> {
  const ids = [...new Set(events.flatMap((event) => event.interactionId ?? []))]
  if (ids.length === 0) return []
  const found = await interactionsByIds(throughRequest(context, ['interactions.read']), customerId, ids)
  return found.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
}
