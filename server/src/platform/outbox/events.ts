import { events } from '@parvandeh/contract'
import type { EventInput, EventName, EventPayload } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { AnyTables } from '../context.ts'
import { newId } from '../ids.ts'
import { openPayload, sealPayload } from '../subjects/seal-payload.ts'
import type { Sealing } from '../subjects/sealing.ts'

/** An event as a reaction meets it. */
export interface StoredEvent<N extends EventName = EventName> {
  id: string
  name: N
  payload: EventPayload<N>
  occurredAt: Date
  heldUntil: Date | null
}

/** That effects outside wait until a moment, and by which undoing they are withdrawn (see `holdEffects`). */
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
  await queueReactions(
    tx,
    read.map(({ id }) => id),
  )
  await notifyListeners(tx, read)
}

/** A job for each event. */
async function queueReactions(tx: Kysely<AnyTables>, ids: readonly string[]): Promise<void> {
  const [id] = ids
  if (ids.length === 1)
    await sql`select graphile_worker.add_job('react', json_build_object('eventId', ${id}::text), max_attempts := 12)`.execute(tx)
  else
    await sql`select count(*) from graphile_worker.add_jobs(array(
      select ('react', json_build_object('eventId', e.id), null, null, 12, null, null, null)::graphile_worker.job_spec
      from unnest(${ids}::text[]) e (id)))`.execute(tx)
}

/** PostgreSQL sends the notifications when the transaction commits, and never otherwise. */
async function notifyListeners(tx: Kysely<AnyTables>, told: readonly { name: EventName; payload: object }[]): Promise<void> {
  const messages = told.map(({ name, payload }) => {
    const { customerId, id, permission, unitId, ownerId } = payload as Record<string, string | null | undefined>
    return JSON.stringify({ event: name, customerId, id, permission, unitId, ownerId })
  })
  await sql`select count(pg_notify('parvandeh_live', m)) from unnest(${messages}::text[]) m`.execute(tx)
}

/** An event as it was published; undefined when it is not there, or told of nobody but a customer erased since. */
export async function readEvent({ tx, sealing }: Pick<Outbox, 'tx' | 'sealing'>, eventId: string): Promise<StoredEvent | undefined> {
  const found = await sql<StoredEvent>`
    select id, name, payload, occurred_at as "occurredAt", held_until as "heldUntil" from platform.outbox_event where id = ${eventId}`.execute(
    tx,
  )
  const event = found.rows[0]
  const payload = event && (await openPayload(sealing, event.payload as Record<string, unknown>))
  return event && payload && { ...event, payload: payload as StoredEvent['payload'] }
}

/** True the first time a reaction meets an event; false when it has already been carried out. */
export async function claimReaction(tx: Kysely<AnyTables>, eventId: string, reaction: string, now: Date): Promise<boolean> {
  const done = await sql`insert into platform.reaction_done (event_id, reaction, done_at)
    values (${eventId}, ${reaction}, ${now}) on conflict do nothing`.execute(tx)
  return done.numAffectedRows === 1n
}
