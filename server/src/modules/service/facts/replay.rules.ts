import { addCustomerMessage, addEmployeeMessage, addMeeting } from './exchanges.rules.ts'
import type { RequestEvent, RequestFacts } from './facts.types.ts'
import { endHolding, hold } from './holdings.rules.ts'
import { close, comeBack, endWait, merge, resolve, startWait } from './status.rules.ts'

interface ReplayOptions {
  /** False for histories whose source kept no contacts with customers. */
  firstResponseRecorded?: boolean
}

/**
 * What is known of a request, from its events in any order; an event met twice (same id) counts once.
 * Without a registration the first event stands for it, since exported histories often begin in the middle.
 * A request that was resolved or closed comes back by `reopened`, and by being taken or set waiting again, which
 * is how logs without a reopening show it; never by a customer's message or an answer, which may be thanks.
 * What was taken back (`undone`) leaves no trace but itself. Throws RangeError when there are no events.
 */
export function replay(events: readonly RequestEvent[], { firstResponseRecorded = true }: ReplayOptions = {}): RequestFacts {
  const ordered = standing(inOrder(events))
  const first = ordered[0]
  if (!first) throw new RangeError('a request without events has no facts')
  const registration = ordered.find((event) => event.kind === 'registered')
  const facts = blankFacts(registration ?? first, first.at)
  facts.firstResponseRecorded = firstResponseRecorded
  facts.eventCount = ordered.length
  if (!registration) register(facts, { ...first, reportedAt: null, byCustomer: false })
  for (const event of ordered) if (event.kind !== 'registered' || event === registration) apply(facts, event)
  return facts
}

function inOrder(events: readonly RequestEvent[]): RequestEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  return [...byId.values()].sort((a, b) => +a.at - +b.at || a.sequence - b.sequence || (a.id < b.id ? -1 : 1))
}

/** The events less those that were taken back. */
function standing(events: RequestEvent[]): RequestEvent[] {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? (event.undoes ?? []) : [])))
  return undone.size === 0 ? events : events.filter((event) => !undone.has(event.id))
}

function blankFacts(registration: RequestEvent, firstAt: Date): RequestFacts {
  const reportedAt = registration.reportedAt ?? firstAt
  return {
    status: 'new',
    reportedAt: reportedAt < registration.at ? reportedAt : registration.at,
    registeredAt: registration.at,
    firstResponseRecorded: true,
    firstResponseAt: null,
    firstResponseBy: null,
    resolvedAt: null,
    resolvedBy: null,
    closedAt: null,
    reopenedCount: 0,
    outcome: null,
    mergedInto: null,
    mergedIntoFile: null,
    holderUnitId: null,
    holderId: null,
    holdings: [],
    exchanges: [],
    waits: [],
    resolutions: [],
    closures: [],
    actedUnitIds: [],
    eventCount: 0,
  }
}

function apply(facts: RequestFacts, event: RequestEvent): void {
  switch (event.kind) {
    case 'registered':
      return register(facts, event)
    case 'taken':
      return take(facts, event)
    case 'assigned':
    case 'referred':
    case 'returned':
    case 'auto-reassigned':
      return handOver(facts, event, event.kind)
    case 'answered':
    case 'call':
    case 'visit':
      return reach(facts, event)
    case 'customer-message':
      addCustomerMessage(facts, event.at, event.channel ?? null)
      return endWait(facts, event.at)
    case 'waiting':
      if (comeBack(facts, event.at)) carryOn(facts, event)
      return startWait(facts, event)
    case 'resumed':
      return endWait(facts, event.at)
    case 'resolved':
      resolve(facts, event)
      return noteActed(facts, event)
    case 'reopened':
      return reopen(facts, event)
    case 'closed':
    case 'merged':
      if (event.kind === 'closed') close(facts, event)
      else merge(facts, event)
      return endHolding(facts, event.at)
    case 'note':
    case 'undone':
    case 'other':
      return
  }
}

function register(facts: RequestFacts, event: RequestEvent): void {
  if (event.byCustomer) addCustomerMessage(facts, facts.reportedAt, event.channel ?? null)
  if (facts.holdings.length > 0) return
  const personId = event.toPersonId ?? null
  hold(facts, { unitId: event.toUnitId ?? event.unitId ?? null, personId, at: event.at, reason: 'registered' })
  if (personId) begin(facts)
}

function take(facts: RequestFacts, event: RequestEvent): void {
  comeBack(facts, event.at)
  endWait(facts, event.at)
  begin(facts)
  hold(facts, { unitId: event.unitId ?? facts.holderUnitId, personId: event.personId ?? null, at: event.at, reason: 'taken' })
}

function handOver(facts: RequestFacts, event: RequestEvent, reason: 'assigned' | 'referred' | 'returned' | 'auto-reassigned'): void {
  const personId = event.toPersonId ?? null
  hold(facts, { unitId: event.toUnitId ?? facts.holderUnitId, personId, at: event.at, reason })
  if (personId) begin(facts)
}

function reopen(facts: RequestFacts, event: RequestEvent): void {
  if (!comeBack(facts, event.at)) return
  if (event.toUnitId || event.toPersonId) {
    const unitId = event.toUnitId ?? facts.holderUnitId
    hold(facts, { unitId, personId: event.toPersonId ?? null, at: event.at, reason: 'reopened' })
  } else carryOn(facts, event)
}

/** A request that comes back from closure is again with whoever had it last. */
function carryOn(facts: RequestFacts, { at }: RequestEvent): void {
  hold(facts, { unitId: facts.holderUnitId, personId: facts.holderId, at, reason: 'reopened' })
}

/** An employee reached the customer: what makes the first response. */
function reach(facts: RequestFacts, event: RequestEvent): void {
  if (event.automatic || event.public === false || event.answered === false) return
  if (event.kind === 'answered') addEmployeeMessage(facts, event)
  else addMeeting(facts, event, event.kind === 'call' ? 'call' : 'visit')
  if (facts.firstResponseRecorded && !facts.firstResponseAt && event.at >= facts.reportedAt) {
    facts.firstResponseAt = event.at
    facts.firstResponseBy = event.personId ?? null
  }
  noteActed(facts, event)
  endWait(facts, event.at)
  begin(facts)
}

function begin(facts: RequestFacts): void {
  if (facts.status === 'new') facts.status = 'open'
}

function noteActed(facts: RequestFacts, event: RequestEvent): void {
  const unitId = event.unitId ?? facts.holderUnitId
  if (unitId && !event.automatic && !facts.actedUnitIds.includes(unitId)) facts.actedUnitIds.push(unitId)
}
