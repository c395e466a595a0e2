import type { Notice, NoticeKind } from '@parvandeh/contract'
import type { RequestRow } from '../service.tables.ts'
import type { StoredRequestEvent } from './event.queries.ts'

type Request = Pick<RequestRow, 'customer_id' | 'id' | 'number' | 'subject' | 'unit_id' | 'owner_id'>
type Event = Pick<StoredRequestEvent, 'kind' | 'personId'>

/** A notice about a request as it is now, to those who may see it there. */
export const noticeAbout = (request: Request, given: Pick<Notice, 'kind'> & Partial<Notice>): Notice => ({
  personIds: [],
  toUnitId: null,
  byPersonId: null,
  permission: 'service.read',
  unitId: request.unit_id,
  ownerId: request.owner_id,
  subjectType: 'request',
  subjectId: request.id,
  customerId: request.customer_id,
  label: request.number,
  title: request.subject,
  titleClass: 'internal',
  outcome: null,
  ...given,
})

/** What its holder should know when somebody else does it. */
const toHolder: Partial<Record<Event['kind'], NoticeKind>> = {
  'customer-message': 'request-replied',
  call: 'request-replied',
  visit: 'request-replied',
  resolved: 'request-ended',
  closed: 'request-ended',
  merged: 'request-ended',
  reopened: 'request-reopened',
}

const handsOver: readonly Event['kind'][] = ['registered', 'assigned', 'referred', 'returned', 'auto-reassigned']

/**
 * Who should know what has just happened to a request: whoever holds it now, whoever held it before, and the unit in
 * whose queue it lies. Whoever did it is told of nothing; `by` is who recorded it, who may not be who is said to have done it.
 */
export function noticesOf(before: Request | null, after: Request, event: Event, by: string | null): Notice[] {
  const told = (kind: NoticeKind, personId: string | null, outcome: string | null = null): Notice[] =>
    personId === null || personId === event.personId || personId === by
      ? []
      : [noticeAbout(after, { kind, personIds: [personId], byPersonId: by ?? event.personId ?? null, outcome })]
  if (!handsOver.includes(event.kind)) {
    const kind = toHolder[event.kind]
    return kind ? told(kind, after.owner_id, event.kind) : []
  }
  const hasMoved = before?.owner_id !== undefined && before.owner_id !== after.owner_id
  return [
    ...(before?.owner_id === after.owner_id ? [] : told('request-assigned', after.owner_id)),
    ...(hasMoved ? told('request-moved', before.owner_id) : []),
    ...(after.owner_id === null && after.unit_id !== null
      ? [noticeAbout(after, { kind: 'request-queued', toUnitId: after.unit_id, byPersonId: by })]
      : []),
  ]
}
