import { loadInteractions } from '../../modules/interactions/index.ts'
import { loadHistory } from '../../modules/service/index.ts'
import type { HistoryEvent } from '../../modules/service/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DemoEvent, DemoInteraction, DemoRequest } from '../generate/history.types.ts'
import type { CompanyIds } from './load-company.ts'
import { source } from './load-customers.ts'
import { pastInteraction } from './past-interaction.ts'

/** Loads requests with all that was said in them. */
export async function loadRequests(
  context: Context,
  ids: CompanyIds,
  customerIds: readonly string[],
  requests: readonly DemoRequest[],
): Promise<void> {
  const said = [...new Set(requests.flatMap(({ events }) => events.flatMap((event) => event.said ?? [])))]
  const saidIds = await loadInteractions(
    context,
    said.map((one) => pastInteraction(one, ids, customerIds, context.now)),
  )
  const idOf = new Map(said.map((one, index) => [one, saidIds[index] ?? null]))
  await loadHistory(
    context,
    requests.map((request) => ({
      customerId: customerIds[request.customer] ?? '',
      source,
      externalNumber: null,
      subject: request.subject,
      description: request.description,
      topicId: ids.topic(request.topic),
      productId: ids.product(request.product),
      priority: request.priority,
      channel: request.channel,
      contactName: request.contactName,
      unitId: ids.unit(request.unit),
      firstResponseRecorded: true,
      events: request.events.map((event) => eventOf(event, ids, idOf)),
    })),
  )
}

function eventOf(event: DemoEvent, ids: CompanyIds, idOf: ReadonlyMap<DemoInteraction, string | null>): HistoryEvent {
  const { kind, at, person, unit, toPerson, toUnit, said, note, channel, answered, outcome, waitOn, reportedAt, byCustomer, automatic } =
    event
  return {
    key: null,
    kind,
    at,
    personId: person && ids.person(person),
    unitId: unit && ids.unit(unit),
    toPersonId: toPerson ? ids.person(toPerson) : null,
    toUnitId: toUnit ? ids.unit(toUnit) : null,
    channel: channel ?? null,
    public: kind === 'answered' ? true : null,
    answered: answered ?? null,
    outcome: outcome ?? null,
    waitOn: waitOn ?? null,
    reportedAt: reportedAt ?? null,
    byCustomer: byCustomer ?? null,
    automatic: automatic ?? null,
    note: note ?? null,
    interactionId: said ? (idOf.get(said) ?? null) : null,
  }
}
