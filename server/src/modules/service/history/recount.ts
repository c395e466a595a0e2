import { instantOfLocal } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { zoneOf } from '../../identity/index.ts'
import { clocksForEvents } from '../requests/clocks-for-events.ts'
import { readEvents } from '../requests/event.queries.ts'
import { readFollowing, replaceFollowing } from '../requests/following.queries.ts'
import type { FollowingLists } from '../requests/following.queries.ts'
import { reckon } from '../requests/reckon.rules.ts'
import type { Reckoned } from '../requests/reckon.rules.ts'
import { lockRequests, updateFacts } from '../requests/request.queries.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { changedFacts } from '../requests/store-facts.ts'
import type { RequestRow } from '../service.tables.ts'
import { nextClocksIn, nextHeldIn, nextOfAll } from './recount.queries.ts'
import type { WalkedTo } from './recount.queries.ts'

const requestsAtOnce = 500

interface Recount {
  read: number
  changed: number
}

type Tools = Pick<LongTools, 'runAsSystem'> & { signal?: AbortSignal }
type NextOf = (context: Context, after: WalkedTo | undefined, limit: number) => Promise<WalkedTo[]>

/** Reckons every request anew from its events and writes those that differ from what is stored: of a sound database, none. */
export const recountRequests = (tools: Tools): Promise<Recount> => walk(tools, nextOfAll)

/**
 * Reckons anew the requests whose clocks ran on the changed days (local days of the organisation, the second one
 * exclusive and open when null). Only working time can differ: elapsed time knows no calendar.
 */
export async function recountClocks(tools: Tools, days: { from: string; to: string | null }): Promise<Recount> {
  const zone = await tools.runAsSystem(zoneOf)
  const midnight = (day: string) => instantOfLocal(day, '00:00', zone)
  // A night shift of the day before the changed one may be cut short by it, and one of the last may end on the next.
  const stretch = { from: new Date(+midnight(days.from) - aDay), to: days.to === null ? null : new Date(+midnight(days.to) + aDay) }
  return walk(tools, (context, after, limit) => nextClocksIn(context, stretch, after, limit))
}

/** Reckons anew the requests that a person had in hand within a stretch of time: a leave was added to it or taken from it. */
export const recountHeld = (tools: Tools, personId: string, stretch: { from: Date; to: Date }): Promise<Recount> =>
  walk(tools, (context, after, limit) => nextHeldIn(context, personId, stretch, after, limit))

const aDay = 86_400_000

/** Batch by batch, each in its own transaction; beginning again does no harm. */
async function walk(tools: Tools, nextOf: NextOf): Promise<Recount> {
  const total: Recount = { read: 0, changed: 0 }
  let after: WalkedTo | undefined
  do {
    tools.signal?.throwIfAborted()
    const { batch, changed } = await tools.runAsSystem(async (context) => {
      const keys = await nextOf(context, after, requestsAtOnce)
      return { batch: keys, changed: await recountBatch(context, keys) }
    })
    total.read += batch.length
    total.changed += changed
    after = batch.length === requestsAtOnce ? batch.at(-1) : undefined
  } while (after !== undefined)
  return total
}

async function recountBatch(context: Context, keys: readonly RequestKey[]): Promise<number> {
  const requests = await lockRequests(context, keys)
  const events = await readEvents(context, keys)
  const clockFor = await clocksForEvents(context, events.values())
  const stored = await readFollowing(context, keys)
  const differing = requests
    .map((request) => ({ request, found: reckon(events.get(request.id) ?? [], request.first_response_recorded, clockFor) }))
    .filter(({ request, found }) => differs(request, stored.get(request.id), found))
    .map(({ request, found }) => ({ customerId: request.customer_id, requestId: request.id, ...found }))
  if (differing.length === 0) return 0
  await updateFacts(
    context,
    differing.map((one) => ({ customer_id: one.customerId, id: one.requestId, ...one.columns })),
    false,
  )
  await replaceFollowing(context, differing)
  await context.publish('service.clocks-recounted', {
    requests: differing.map((one) => ({ customerId: one.customerId, id: one.requestId })),
  })
  return differing.length
}

function differs(request: RequestRow, stored: FollowingLists | undefined, { columns, ...lists }: Reckoned): boolean {
  return Object.keys(changedFacts(request, columns).after).length > 0 || written(stored) !== written(lists)
}

/** As text that is the same for the same lists, whatever order their columns came in. */
const written = (lists: FollowingLists | undefined): string =>
  JSON.stringify(
    lists &&
      [lists.holdings, lists.exchanges, lists.waits, lists.resolutions, lists.parts].map((list) =>
        list.map((row) => Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      ),
  )
