import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { insertEvents, readEvents } from '../requests/event.queries.ts'
import type { StoredRequestEvent } from '../requests/event.queries.ts'
import { lockRequests } from '../requests/request.queries.ts'
import { storeFacts } from '../requests/store-facts.ts'
import { timelineOf, toldOfHistory } from '../requests/timeline.rules.ts'
import type { RequestRow } from '../service.tables.ts'
import { addRequests } from './add-requests.ts'
import { claimExternalNumbers } from './external-numbers.queries.ts'
import { gathered, newEvents } from './gather-histories.ts'
import type { PlacedHistory } from './gather-histories.ts'
import type { LoadedHistory, RequestHistory } from './history.types.ts'

/**
 * Takes in requests with their events from elsewhere: an import, or the demo. New ones get a number of their own and
 * stay findable by the one they had; known ones (same source and external number) get the events that they lack, in
 * the file where they are. Loading the same again adds nothing. Some hundreds of requests a call; all or none.
 */
export async function loadHistory(context: Context, histories: readonly RequestHistory[]): Promise<LoadedHistory> {
  const placed = await place(
    context,
    gathered(histories).filter((history) => history.events.length > 0),
  )
  const added = await addRequests(
    context,
    placed.filter((one) => one.isNew),
  )
  const continued = await continueRequests(
    context,
    placed.filter((one) => !one.isNew),
  )
  const events = [...added.events, ...continued.events]
  const given = placed.reduce((sum, one) => sum + one.history.events.length, 0)
  const loaded: LoadedHistory = {
    requestsAdded: added.requests.length,
    requestsContinued: continued.requests.length,
    eventsAdded: events.length,
    eventsKnown: given - events.length,
  }
  if (events.length > 0) await announce(context, [...added.requests, ...continued.requests], events, loaded)
  return loaded
}

/** Finds which of the histories belong to requests that are known, and where those are. */
async function place(context: Context, histories: readonly RequestHistory[]): Promise<PlacedHistory[]> {
  const placed = histories.map((history) => ({
    history,
    customerId: history.customerId,
    requestId: history.id ?? newId(context.now),
    isNew: true,
  }))
  const claims = placed.flatMap(({ history, customerId, requestId }) =>
    history.externalNumber === null
      ? []
      : [{ source: history.source, external_number: history.externalNumber, customer_id: customerId, request_id: requestId }],
  )
  const holders = new Map(
    (await claimExternalNumbers(context, claims)).map((claim) => [`${claim.source}\n${claim.external_number}`, claim]),
  )
  return placed.map((one) => {
    const { source, externalNumber } = one.history
    const holder = externalNumber === null ? undefined : holders.get(`${source}\n${externalNumber}`)
    if (!holder || holder.request_id === one.requestId) return one
    return { history: one.history, customerId: holder.customer_id, requestId: holder.request_id, isNew: false }
  })
}

async function continueRequests(
  context: Context,
  placed: readonly PlacedHistory[],
): Promise<{ requests: RequestRow[]; events: StoredRequestEvent[] }> {
  const requests = await lockRequests(context, placed)
  const known = await readEvents(context, placed)
  const events = placed.flatMap((one) => newEvents(one, known.get(one.requestId) ?? [], () => newId(context.now)))
  const touched = new Set(events.map((event) => event.requestId))
  await insertEvents(context, events)
  const stored = await storeFacts(
    context,
    requests.filter((request) => touched.has(request.id)),
    { asNewVersion: true },
  )
  return { requests: stored, events }
}

async function announce(
  context: Context,
  requests: readonly RequestRow[],
  events: readonly StoredRequestEvent[],
  loaded: LoadedHistory,
): Promise<void> {
  const byId = new Map(requests.map((request) => [request.id, request]))
  const timeline = events.flatMap((event) => {
    const request = byId.get(event.requestId)
    return request ? timelineOf(request, event, toldOfHistory) : []
  })
  await writeAudit(context, { action: 'request.history-loaded', subjectType: 'request', after: loaded })
  await context.publish('service.history-loaded', {
    timeline,
    requests: requests.map(({ customer_id, id }) => ({ customerId: customer_id, id })),
  })
}
