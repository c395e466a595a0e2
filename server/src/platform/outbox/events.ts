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

/**
 * Writes an event to the outbox, its job and its live message, all in the caller's transaction:
 * either the change and its event exist, or neither. What it says of customers lies sealed under their keys.
 */
export async function writeEvent<N extends EventName>(
  { tx, sealing, now }: Outbox,
  name: N,
  input: EventInput<N>,
  hold?: Hold,
): Promise<void> {
  const payload = events[name].payload.parse(input)
  const [id, stored] = [newId(now), await sealPayload(sealing, payload)]
  await sql`insert into platform.outbox_event (id, name, payload, occurred_at, held_until, held_by)
            values (${id}, ${name}, ${JSON.stringify(stored)}, ${now}, ${hold?.until ?? null}, ${hold?.by ?? null})`.execute(tx)
  await sql`select graphile_worker.add_job('react', json_build_object('eventId', ${id}::text), max_attempts := 12)`.execute(tx)
  await notifyListeners(tx, name, payload)
}

/** PostgreSQL sends the notification when the transaction commits, and never otherwise. */
async function notifyListeners(tx: Kysely<AnyTables>, name: EventName, payload: object): Promise<void> {
  const { customerId, id, permission, unitId, ownerId } = payload as Record<string, string | null | undefined>
  const message = JSON.stringify({ event: name, customerId, id, permission, unitId, ownerId })
  await sql`select pg_notify('parvandeh_live', ${message})`.execute(tx)
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
