import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { FileState } from './removal.queries.ts'

/** Tells the others that a file went or came back, with its line for the timeline. */
export async function announceRemoval(
  context: Context,
  { customerId, unitId, ownerId, version }: FileState,
  kind: 'customer.removed' | 'customer.restored',
): Promise<void> {
  const line = {
    lineId: newId(context.now),
    customerId,
    at: context.now.toISOString(),
    kind,
    personId: context.actor.personId,
    permission: 'customers.read' as const,
    unitId,
    ownerId,
    accessClass: 'internal' as const,
    subjectType: 'customer',
    subjectId: customerId,
    facts: {},
  }
  await context.publish('customers.customer-changed', { customerId, id: customerId, version, unitId, ownerId, timeline: [line] })
}
