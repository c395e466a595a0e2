import type { TimelineLine } from '@parvandeh/contract'
import type { RequestRow } from '../service.tables.ts'
import type { StoredRequestEvent } from './event.queries.ts'

/** What a file's timeline tells of a request. Calls, visits, messages and notes have a line already, as interactions. */
const told: readonly string[] = [
  'registered',
  'taken',
  'assigned',
  'referred',
  'returned',
  'auto-reassigned',
  'waiting',
  'resumed',
  'resolved',
  'reopened',
  'closed',
  'merged',
  'undone',
]

/** Of a whole history only its joints are told, or they would bury the rest of the file. */
export const toldOfHistory: readonly string[] = ['registered', 'resolved', 'reopened', 'closed']

/** The line that an event leaves on the customer's timeline, under the rights of the request; none for some kinds. */
export function timelineOf(request: RequestRow, event: StoredRequestEvent, kinds: readonly string[] = told): TimelineLine[] {
  if (!kinds.includes(event.kind)) return []
  return [
    {
      // The event's own id: the same event told twice is one line.
      lineId: event.id,
      customerId: request.customer_id,
      at: event.at.toISOString(),
      kind: `request.${event.kind}`,
      personId: event.personId ?? null,
      permission: 'service.read',
      unitId: request.unit_id,
      ownerId: request.owner_id,
      accessClass: 'internal',
      subjectType: 'request',
      subjectId: request.id,
      facts: {
        number: request.number,
        subject: request.subject,
        outcome: event.outcome ?? null,
        waitOn: event.waitOn ?? null,
        toPersonId: event.toPersonId ?? null,
        toUnitId: event.toUnitId ?? null,
      },
    },
  ]
}
