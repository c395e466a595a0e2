import type { TimelineLine } from '@parvandeh/contract'
import type { StoredInteraction } from '../interactions.queries.ts'
import { excerptOf } from './interaction.rules.ts'

/** The line that an interaction leaves on the timeline of the customer's file, under the interaction's own rights. */
export const interactionLine = (one: StoredInteraction): TimelineLine => ({
  lineId: one.id,
  customerId: one.customerId,
  at: one.startedAt.toISOString(),
  kind: one.kind,
  personId: one.personId,
  permission: 'interactions.read',
  unitId: one.unitId,
  ownerId: one.personId,
  accessClass: 'internal',
  subjectType: 'interaction',
  subjectId: one.id,
  facts: {
    direction: one.direction,
    channel: one.channel,
    minutes: one.minutes,
    answered: one.answered,
    subject: one.subject,
    excerpt: excerptOf(one.body),
    source: one.source,
    ...(one.cityId && { cityId: one.cityId }),
    ...(one.wrongNumber && { wrongNumber: one.wrongNumber }),
  },
})
