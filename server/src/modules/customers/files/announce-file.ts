import type { TimelineLine } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { CustomerFile } from './file.types.ts'

/** Tells the others that a file was made or changed, with its line for the timeline. */
export async function announceFile(
  context: Context,
  name: 'customers.customer-created' | 'customers.customer-changed',
  file: CustomerFile,
  facts: TimelineLine['facts'],
): Promise<void> {
  const { customerId, unitId, ownerId, version } = file
  const line: TimelineLine = {
    lineId: newId(context.now),
    customerId,
    at: context.now.toISOString(),
    kind: name === 'customers.customer-created' ? 'customer.created' : 'customer.changed',
    personId: context.actor.personId,
    permission: 'customers.read',
    unitId,
    ownerId,
    accessClass: 'internal',
    subjectType: 'customer',
    subjectId: customerId,
    facts,
  }
  await context.publish(name, { customerId, id: customerId, version, unitId, ownerId, timeline: [line] })
}
