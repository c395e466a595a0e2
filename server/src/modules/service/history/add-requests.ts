import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { customerNames } from '../../customers/index.ts'
import { zoneOf } from '../../identity/index.ts'
import { clocksForEvents } from '../requests/clocks-for-events.ts'
import { insertEvents } from '../requests/event.queries.ts'
import type { StoredRequestEvent } from '../requests/event.queries.ts'
import { insertFollowing } from '../requests/following.queries.ts'
import { reckon } from '../requests/reckon.rules.ts'
import { requestNumber } from '../requests/request-number.rules.ts'
import { insertRequests, nextRunningNumbers } from '../requests/request.queries.ts'
import { searchKeys } from '../requests/search-keys.rules.ts'
import type { DetailColumns, RequestRow } from '../service.tables.ts'
import { newEvents } from './gather-histories.ts'
import type { PlacedHistory } from './gather-histories.ts'

/** Adds requests with all their events, a handful of statements whatever their number. */
export async function addRequests(
  context: Context,
  placed: readonly PlacedHistory[],
): Promise<{ requests: RequestRow[]; events: StoredRequestEvent[] }> {
  if (placed.length === 0) return { requests: [], events: [] }
  const detailsOf = await detailsMaker(context, placed)
  const eventsOf = placed.map((one) => newEvents(one, [], () => newId(context.now)))
  const clockFor = await clocksForEvents(context, eventsOf)
  const made = placed.map((one, index) => {
    const events = eventsOf[index] ?? []
    const found = reckon(events, one.history.firstResponseRecorded, clockFor)
    const request: RequestRow = { ...detailsOf(one, index, found.columns.registered_at), ...found.columns }
    return { customerId: one.customerId, requestId: one.requestId, request, events, ...found }
  })
  const requests = made.map((one) => one.request)
  const events = made.flatMap((one) => one.events)
  await insertRequests(context, requests)
  await insertEvents(context, events)
  await insertFollowing(context, made)
  return { requests, events }
}

async function detailsMaker(context: Context, placed: readonly PlacedHistory[]) {
  const numbers = await nextRunningNumbers(context, placed.length)
  const names = await customerNames(context, [...new Set(placed.map((one) => one.customerId))])
  const zone = await zoneOf(context)
  return ({ history, customerId, requestId }: PlacedHistory, index: number, registeredAt: Date): DetailColumns => {
    const number = requestNumber(numbers[index] ?? 0, registeredAt, zone)
    const subject = foldForStorage(history.subject)
    return {
      customer_id: customerId,
      id: requestId,
      number,
      subject,
      description: foldForStorage(history.description ?? ''),
      topic_id: history.topicId ?? null,
      product_id: history.productId ?? null,
      priority: history.priority ?? 'normal',
      channel: history.channel ?? 'other',
      contact_name: (history.contactName && foldForStorage(history.contactName)) || null,
      contact_customer_id: null,
      test: history.test ?? false,
      source: history.source,
      external_number: history.externalNumber,
      ...searchKeys({ subject, number, externalNumber: history.externalNumber, customerName: names.get(customerId) ?? '' }),
      version: 1,
      updated_at: context.now,
      first_response_recorded: history.firstResponseRecorded,
    }
  }
}
