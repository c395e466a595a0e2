import type { AccessClass, TimelineLine } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'

interface ToldFile {
  customerId: string
  unitId: string | null
  ownerId: string | null
  version: number
}

interface ToldFact {
  kind: `customer.${string}`
  accessClass: AccessClass
  facts: TimelineLine['facts']
  /** What the line is about, with the rights of its own, where it is not the file itself. */
  about?: { id: string; unitId: string | null; ownerId: string | null }
}

/** Tells the others that something beside the fields of a file changed, with its line for the timeline. */
export async function tellFacts(context: Context, file: ToldFile, { kind, accessClass, facts, about }: ToldFact): Promise<void> {
  const { customerId, unitId, ownerId, version } = file
  const line: TimelineLine = {
    lineId: newId(context.now),
    customerId,
    at: context.now.toISOString(),
    kind,
    personId: context.actor.personId,
    permission: 'customers.read',
    unitId: about ? about.unitId : unitId,
    ownerId: about ? about.ownerId : ownerId,
    accessClass,
    subjectType: about ? 'relation' : 'customer',
    subjectId: about?.id ?? customerId,
    facts,
  }
  await context.publish(about ? 'customers.related' : 'customers.facts-changed', {
    customerId,
    id: customerId,
    version,
    unitId,
    ownerId,
    timeline: [line],
  })
}
