import type { FailureCode } from '@parvandeh/contract'
import type { RequestStatus } from '../facts/facts.types.ts'

export const requestVerbs = [
  'take',
  'assign',
  'refer',
  'answer',
  'wait',
  'resume',
  'resolve',
  'reopen',
  'close',
  'merge',
  'edit',
  'attach',
  'logInteraction',
] as const
export type RequestVerb = (typeof requestVerbs)[number]

const inWork: readonly RequestStatus[] = ['new', 'open', 'waiting']
const notMerged: readonly RequestStatus[] = [...inWork, 'resolved', 'closed']

/** In which states each verb may be done, and what is said otherwise (a merged request says so itself). */
const rules: Record<RequestVerb, { allowed: readonly RequestStatus[]; refusal: FailureCode }> = {
  take: { allowed: inWork, refusal: 'request-not-open' },
  assign: { allowed: inWork, refusal: 'request-not-open' },
  refer: { allowed: inWork, refusal: 'request-not-open' },
  // An answer may follow the resolution; it does not bring the request back.
  answer: { allowed: [...inWork, 'resolved'], refusal: 'request-not-open' },
  wait: { allowed: inWork, refusal: 'request-not-open' },
  resume: { allowed: ['waiting'], refusal: 'request-not-waiting' },
  resolve: { allowed: inWork, refusal: 'request-not-open' },
  // Of a merged request it undoes the merge: a mistake must be mendable.
  reopen: { allowed: ['resolved', 'closed', 'merged'], refusal: 'request-not-resolved' },
  close: { allowed: ['resolved'], refusal: 'request-not-resolved' },
  merge: { allowed: inWork, refusal: 'request-not-open' },
  edit: { allowed: notMerged, refusal: 'request-merged' },
  attach: { allowed: notMerged, refusal: 'request-merged' },
  logInteraction: { allowed: notMerged, refusal: 'request-merged' },
}

interface RequestState {
  status: RequestStatus
  holderId: string | null
}

/** Why the verb cannot be done to a request in this state by this person; undefined when it can. */
export function whyNot(verb: RequestVerb, request: RequestState, personId: string | null): FailureCode | undefined {
  const rule = rules[verb]
  if (!rule.allowed.includes(request.status)) return request.status === 'merged' ? 'request-merged' : rule.refusal
  if (verb !== 'take') return undefined
  if (personId === null) return 'not-permitted'
  if (request.holderId === null) return undefined
  return request.holderId === personId ? 'request-already-held' : 'request-held-by-another'
}

/** Everything that may be done to a request in this state. */
export function whatCanBeDone(request: RequestState, actor: { personId: string | null; mayWrite: boolean }): Record<RequestVerb, boolean> {
  const can = (verb: RequestVerb) => actor.mayWrite && whyNot(verb, request, actor.personId) === undefined
  return Object.fromEntries(requestVerbs.map((verb) => [verb, can(verb)])) as Record<RequestVerb, boolean>
}

/** Why one request cannot be merged into another; `fileIds`: those of its customer's file. */
export function whyNotMergeInto(
  request: { id: string; fileIds: readonly string[] },
  target: RequestState & { id: string; customerId: string },
): FailureCode | undefined {
  const fits = request.fileIds.includes(target.customerId) && target.id !== request.id && inWork.includes(target.status)
  return fits ? undefined : 'merge-refused'
}
