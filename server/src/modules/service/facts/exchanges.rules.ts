import type { Exchange, RequestEvent, RequestFacts } from './facts.types.ts'

/** A customer's message begins an exchange, unless the one before still waits for its answer. */
export function addCustomerMessage(facts: RequestFacts, at: Date, channel: string | null): void {
  if (lastMessages(facts)?.employeeAt === null) return
  facts.exchanges.push({ kind: 'message', customerAt: at, employeeAt: null, byPersonId: null, unitId: null, channel })
}

/** An employee's message answers the open exchange; after an answer it belongs to the same run; with no question before, it is an exchange by itself. */
export function addEmployeeMessage(facts: RequestFacts, event: RequestEvent): void {
  const open = lastMessages(facts)
  if (open && open.employeeAt !== null) return
  const answer = { employeeAt: event.at, byPersonId: event.personId ?? null, unitId: event.unitId ?? facts.holderUnitId }
  if (open) Object.assign(open, answer)
  else facts.exchanges.push({ kind: 'message', customerAt: null, ...answer, channel: event.channel ?? null })
}

/** A call or a visit is one exchange, question and answer at once; it does not break a run of messages around it. */
export function addMeeting(facts: RequestFacts, event: RequestEvent, kind: 'call' | 'visit'): void {
  const { at, personId, unitId, channel } = event
  const by = { byPersonId: personId ?? null, unitId: unitId ?? facts.holderUnitId }
  facts.exchanges.push({ kind, customerAt: at, employeeAt: at, ...by, channel: channel ?? null })
}

function lastMessages(facts: RequestFacts): Exchange | undefined {
  return facts.exchanges.findLast((exchange) => exchange.kind === 'message')
}
