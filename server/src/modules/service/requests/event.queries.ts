import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { RequestEvent } from '../facts/facts.types.ts'
import type { EventRow, ServiceTables } from '../service.tables.ts'
import { insertRows } from './bulk.queries.ts'
import type { ColumnTypes } from './bulk.queries.ts'
import type { RequestKey } from './request.queries.ts'

/** An event with what people see of it and where it came from. */
export interface StoredRequestEvent extends RequestEvent {
  customerId: string
  requestId: string
  note: string | null
  label: string | null
  interactionId: string | null
  importKey: string | null
}

const columns: ColumnTypes<EventRow> = {
  customer_id: 'uuid',
  id: 'uuid',
  request_id: 'uuid',
  sequence: 'int',
  kind: 'text',
  at: 'timestamptz',
  person_id: 'uuid',
  unit_id: 'uuid',
  to_person_id: 'uuid',
  to_unit_id: 'uuid',
  channel: 'text',
  public: 'boolean',
  answered: 'boolean',
  automatic: 'boolean',
  by_customer: 'boolean',
  outcome: 'text',
  wait_on: 'text',
  reported_at: 'timestamptz',
  merged_into_id: 'uuid',
  merged_into_file: 'uuid',
  undoes: 'uuid',
  note: 'text',
  label: 'text',
  interaction_id: 'uuid',
  import_key: 'text',
  recorded_at: 'timestamptz',
}

export async function insertEvents(context: Context, events: readonly StoredRequestEvent[]): Promise<void> {
  await insertRows(
    context,
    'service.request_event',
    columns,
    events.map((event) => rowOf(event, context.now)),
  )
}

/** All events of the requests, by request id, in the order in which they happened. */
export async function readEvents(context: Context, keys: readonly RequestKey[]): Promise<Map<string, StoredRequestEvent[]>> {
  const byRequest = new Map<string, StoredRequestEvent[]>(keys.map((key) => [key.requestId, []]))
  if (keys.length === 0) return byRequest
  const rows = await tablesOf<ServiceTables>(context)
    .selectFrom('service.request_event')
    .selectAll()
    .where('customer_id', 'in', [...new Set(keys.map((key) => key.customerId))])
    .where('request_id', 'in', [...byRequest.keys()])
    .orderBy('at')
    .orderBy('sequence')
    .orderBy('id')
    .execute()
  for (const row of rows) byRequest.get(row.request_id)?.push(eventOf(row))
  return byRequest
}

function rowOf(event: StoredRequestEvent, now: Date): EventRow {
  return {
    customer_id: event.customerId,
    id: event.id,
    request_id: event.requestId,
    sequence: event.sequence,
    kind: event.kind,
    at: event.at,
    person_id: event.personId ?? null,
    unit_id: event.unitId ?? null,
    to_person_id: event.toPersonId ?? null,
    to_unit_id: event.toUnitId ?? null,
    channel: event.channel ?? null,
    public: event.public ?? null,
    answered: event.answered ?? null,
    automatic: event.automatic ?? null,
    by_customer: event.byCustomer ?? null,
    outcome: event.outcome ?? null,
    wait_on: event.waitOn ?? null,
    reported_at: event.reportedAt ?? null,
    merged_into_id: event.mergedInto ?? null,
    merged_into_file: event.mergedIntoFile ?? null,
    undoes: event.undoes ?? null,
    note: event.note,
    label: event.label,
    interaction_id: event.interactionId,
    import_key: event.importKey,
    recorded_at: now,
  }
}

function eventOf(row: EventRow): StoredRequestEvent {
  return {
    customerId: row.customer_id,
    requestId: row.request_id,
    id: row.id,
    sequence: row.sequence,
    kind: row.kind,
    at: row.at,
    personId: row.person_id,
    unitId: row.unit_id,
    toPersonId: row.to_person_id,
    toUnitId: row.to_unit_id,
    channel: row.channel,
    public: row.public,
    answered: row.answered,
    automatic: row.automatic,
    byCustomer: row.by_customer,
    outcome: row.outcome,
    waitOn: row.wait_on,
    reportedAt: row.reported_at,
    mergedInto: row.merged_into_id,
    mergedIntoFile: row.merged_into_file,
    undoes: row.undoes,
    note: row.note,
    label: row.label,
    interactionId: row.interaction_id,
    importKey: row.import_key,
  }
}
