import type { RequestMapping } from '@parvandeh/contract'
import type { Context } from '../../../../platform/context.ts'
import { productsByName, topicsByName } from '../../../catalogue/index.ts'
import { customersByExternalKey } from '../../../customers/index.ts'
import { peopleByExternalKey, unitsByName } from '../../../identity/index.ts'
import { loadHistory } from '../../../service/index.ts'
import type { HistoryEvent, RequestHistory } from '../../../service/index.ts'
import type { Import } from '../imports.queries.ts'
import type { StoryEvent } from '../mapping/story.types.ts'
import { tellRequest } from '../mapping/tell-request.rules.ts'
import type { RequestStory } from '../mapping/tell-request.rules.ts'
import type { TicketRow } from '../staging.queries.ts'

type Names = Map<string, string>

export interface Loader {
  /** Loads requests, each with all its rows. */
  load: (rows: readonly TicketRow[]) => Promise<void>
  counts: { rows: number; requests: number; events: number; notClosed: number }
  people: Names
  products: Names
}

const ticketsAtOnce = 500
/** The key of the one provisional file of requests that name no customer; no column can hold it. */
const nobody = ''

/** Turns staged rows into requests, and what they name into people, units, customers, products and topics. */
export function openLoader(context: Context, one: Import & { mapping: RequestMapping }): Loader {
  const { mapping, unit_id: home } = one
  const { source } = mapping
  const known = { people: new Map() as Names, units: new Map() as Names, products: new Map() as Names, topics: new Map() as Names }
  const { people, units, products, topics } = known
  const counts = { rows: 0, requests: 0, events: 0, notClosed: 0 }

  async function name(rows: readonly TicketRow[], stories: readonly RequestStory[]): Promise<Names> {
    const events = stories.flatMap((story) => story.events)
    await learn(
      people,
      events.flatMap((event) => [event.employee, event.toEmployee]),
      (names) => peopleByExternalKey(context, source, names, home),
    )
    await learn(
      units,
      events.flatMap((event) => [event.unit, event.toUnit]),
      (names) => unitsByName(context, names, home),
    )
    await learn(
      products,
      rows.map((row) => row.cells.product),
      (names) => productsByName(context, names),
    )
    await learn(
      topics,
      rows.map((row) => row.cells.topic),
      (names) => topicsByName(context, names),
    )
    const customers = rows.flatMap(({ cells, number }) =>
      cells.customer === undefined ? [] : [{ key: cells.customer, name: cells.customerName ?? cells.customer, row: number }],
    )
    const isNobody = stories.some((story) => story.customer === null)
    const named = isNobody ? [...customers, { key: nobody, name: `بی‌نام (${source})` }] : customers
    return customersByExternalKey(context, source, named, home, { kind: 'import', id: one.id })
  }

  async function loadSome(rows: readonly TicketRow[], tickets: readonly [string, TicketRow[]][]): Promise<void> {
    const stories = tickets.map(([number, its]) => tellRequest(number, its, mapping))
    const customers = await name(rows, stories)
    const idsOf = { ...known, customers }
    const loaded = await loadHistory(
      context,
      stories.map((story) => historyOf(story, mapping, home, idsOf)),
    )
    counts.requests += loaded.requestsAdded
    counts.events += loaded.eventsAdded
    counts.notClosed += stories.filter((story) => !story.events.some((event) => event.kind === 'closed')).length
    counts.rows += rows.filter((row) => !row.known).length
  }

  async function load(rows: readonly TicketRow[]): Promise<void> {
    const tickets = [...Map.groupBy(rows, (row) => row.ticket)]
    for (let from = 0; from < tickets.length; from += ticketsAtOnce) {
      const some = tickets.slice(from, from + ticketsAtOnce)
      await loadSome(
        some.flatMap(([, its]) => its),
        some,
      )
    }
  }

  return { load, counts, people, products }
}

/** Adds to the known names those that are new; cells without a value have none. */
async function learn(known: Names, given: readonly (string | undefined)[], ask: (names: string[]) => Promise<Names>): Promise<void> {
  const fresh = [...new Set(given)].filter((name) => name !== undefined && !known.has(name)) as string[]
  if (fresh.length > 0) for (const [name, id] of await ask(fresh)) known.set(name, id)
}

type IdsByName = Record<'people' | 'units' | 'products' | 'topics' | 'customers', Names>

function historyOf(story: RequestStory, mapping: RequestMapping, home: string | null, ids: IdsByName): RequestHistory {
  return {
    customerId: ids.customers.get(story.customer ?? nobody) ?? '',
    source: mapping.source,
    externalNumber: story.number,
    subject: story.subject,
    topicId: ids.topics.get(story.topic ?? '') ?? null,
    productId: ids.products.get(story.product ?? '') ?? null,
    ...(story.priority && { priority: story.priority }),
    ...(story.channel && { channel: story.channel }),
    unitId: home,
    firstResponseRecorded: mapping.firstResponseRecorded || mapping.columns.firstResponseAt !== undefined,
    events: story.events.map((event, index) => eventOf(event, ids, index === 0 ? home : null)),
  }
}

/** Kinds that would hand the request over if a unit to go to were named. */
const handOvers: readonly StoryEvent['kind'][] = ['assigned', 'referred', 'returned', 'auto-reassigned', 'reopened']

/** `home`: the unit in which a request begins whose first event names none. */
function eventOf(
  { employee, unit, toEmployee, toUnit, ...event }: StoryEvent,
  { people, units }: IdsByName,
  home: string | null,
): HistoryEvent {
  const toUnitId = units.get(toUnit ?? '') ?? (handOvers.includes(event.kind) ? null : home)
  return {
    ...event,
    personId: people.get(employee ?? '') ?? null,
    unitId: units.get(unit ?? '') ?? null,
    toPersonId: people.get(toEmployee ?? '') ?? null,
    toUnitId,
  }
}
