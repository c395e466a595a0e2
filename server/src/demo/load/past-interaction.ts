import type { PastInteraction } from '../../modules/interactions/index.ts'
import type { DemoInteraction } from '../generate/history.types.ts'
import type { CompanyIds } from './load-company.ts'

/** An interaction with the ids of the database; it was recorded when it was over. */
export function pastInteraction(one: DemoInteraction, ids: CompanyIds, customerIds: readonly string[], now: Date): PastInteraction {
  const { customer, unit, person, ...rest } = one
  const personId = person && ids.person(person)
  const over = new Date(+one.startedAt + (one.minutes ?? 0) * 60_000)
  return {
    ...rest,
    customerId: customerIds[customer] ?? '',
    unitId: ids.unit(unit),
    personId,
    recordedBy: one.source === 'hand' ? personId : null,
    recordedAt: over < now ? over : now,
  }
}
