import { events } from '@parvandeh/contract'
import type { EventInput, EventName, EventPayload } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { AnyTables } from '../context.ts'
import { newId } from '../ids.ts'
import { openPayloads, sealPayload } from '../subjects/seal-payload.ts'
import type { Sealing } from '../subjects/sealing.ts'

/** An event as a reaction meets it. */
export interface StoredEvent<N extends EventName = EventName> {
  id: string
  name: N
  payload: EventPayload<N>
  occurredAt: Date
  heldUntil: Date | null
}

/** That effects outside wait until a moment, and by which undoing they are withdrawn (see `oneAfterAnother`). */
export interface Hold {
  until: Date
  by: string
}

/** What writing to the outbox takes of a command's context. */
export interface Outbox {
  tx: Kysely<AnyTables>
  sealing: Sealing
  now: Date
}

/** An event on its way to the outbox. */
export interface NewEvent<N extends EventName = EventName> {
  name: N
  payload: EventInput<N>
  hold?: Hold | undefined
}

/**
 * Writes an event to the outbox, its job and its live message, all in the caller's transaction:
 * either the change and its event exist, or neither. What it says of customers lies sealed under their keys.
 */
export const writeEvent = <N extends EventName>(outbox: Outbox, name: N, payload: EventInput<N>, hold?: Hold): Promise<void> =>
  writeEvents(outbox, [{ name, payload, hold }])

/** The same for many events, in a handful of statements. */
export async function writeEvents({ tx, sealing, now }: Outbox, given: readonly NewEvent[]): Promise<void> {
  if (given.length === 0) return
  const read = given.map(({ name, payload, hold }) => ({ id: newId(now), name, payload: events[name].payload.parse(payload), hold }))
  await sealing.prepare(read.flatMap(({ payload }) => ('customerId' in payload ? [payload.customerId] : [])))
  const rows: object[] = []
  for (const { id, name, payload, hold } of read)
    rows.push({ id, name, payload: await sealPayload(sealing, payload), heldUntil: hold?.until ?? null, heldBy: hold?.by ?? null })
  await sql`insert into platform.outbox_event (id, name, payload, occurred_at, held_until, held_by)
    select id, name, payload, ${now}, "heldUntil", "heldBy" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e (id uuid, name text, payload jsonb, "heldUntil" timestamptz, "heldBy" uuid)`.execute(tx)
  await queueReactions(tx, read)
  await notifyListeners(tx, read)
}

/** So many events of one name are heard together: few enough that their files are not held for long. */
const eventsAtOnce = 100

/** A job for every hundred events of one name, in their order. */
async function queueReactions(tx: Kysely<AnyTables>, told: readonly { id: string; name: EventName }[]): Promise<void> {
  const jobs: object[] = []
  for (const some of Map.groupBy(told, ({ name }) => name).values())
    for (let start = 0; start < some.length; start += eventsAtOnce)
      jobs.push({ eventIds: some.slice(start, start + eventsAtOnce).map(({ id }) => id) })
  await sql`select count(*) from graphile_worker.add_jobs(array(
    select ('react', j, null, null, 12, null, null, null)::graphile_worker.job_spec
    from json_array_elements(${JSON.stringify(jobs)}::json) j))`.execute(tx)
}

/** PostgreSQL sends the notifications when the transaction commits, and never otherwise. */
async function notifyListeners(tx: Kysely<AnyTables>, told: readonly { name: EventName; payload: object }[]): Promise<void> {
  const messages = told.map(({ name, payload }) => {
    const { customerId, id, permission, unitId, ownerId } = payload as Record<string, string | null | undefined>
    return JSON.stringify({ event: name, customerId, id, permission, unitId, ownerId })
  })
  await sql`select count(pg_notify('parvandeh_live', m)) from unnest(${messages}::text[]) m`.execute(tx)
}

/** Events as they were published, in their order, without those that told of nobody but customers erased since. */
export async function readEvents({ tx, sealing }: Pick<Outbox, 'tx' | 'sealing'>, eventIds: readonly string[]): Promise<StoredEvent[]> {
  const found = await sql<StoredEvent>`
    select id, name, payload, occurred_at as "occurredAt", held_until as "heldUntil" from platform.outbox_event
    where id = any(${eventIds}::uuid[]) order by id`.execute(tx)
  const payloads = await openPayloads(
    sealing,
    found.rows.map(({ payload }) => payload as Record<string, unknown>),
  )
  return found.rows.flatMap((event, index) => {
    const payload = payloads[index] as StoredEvent['payload'] | undefined
    return payload ? [{ ...event, payload }] : []
  })
}

/** Marks that a reaction meets these events; gives those that it meets for the first time. */
export async function claimReactions(
  tx: Kysely<AnyTables>,
  events: readonly StoredEvent[],
  reaction: string,
  now: Date,
): Promise<StoredEvent[]> {
  const claimed = await sql<{ id: string }>`insert into platform.reaction_done (event_id, reaction, done_at)
    select id, ${reaction}, ${now} from unnest(${events.map(({ id }) => id)}::uuid[]) e (id)
    on conflict do nothing returning event_id as id`.execute(tx)
  const ids = new Set(claimed.rows.map(({ id }) => id))
  return events.filter(({ id }) => ids.has(id))
}
