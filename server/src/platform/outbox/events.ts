import { events } from '@parvandeh/contract'
import type { EventInput, EventName, EventPayload } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { AnyTables } from '../context.ts'
import { newId } from '../ids.ts'

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

/**
 * Writes an event to the outbox, its job and its live message, all in the caller's transaction:
 * either the change and its event exist, or neither.
 */
export async function writeEvent<N extends EventName>(
  tx: Kysely<AnyTables>,
  now: Date,
  name: N,
  input: EventInput<N>,
  hold?: Hold,
): Promise<void> {
  const payload = events[name].payload.parse(input)
  const id = newId(now)
  await sql`insert into platform.outbox_event (id, name, payload, occurred_at, held_until, held_by)
            values (${id}, ${name}, ${JSON.stringify(payload)}, ${now}, ${hold?.until ?? null}, ${hold?.by ?? null})`.execute(tx)
  await sql`select graphile_worker.add_job('react', json_build_object('eventId', ${id}::text), max_attempts := 12)`.execute(tx)
  await notifyListeners(tx, name, payload)
}

/** PostgreSQL sends the notification when the transaction commits, and never otherwise. */
async function notifyListeners(tx: Kysely<AnyTables>, name: EventName, payload: object): Promise<void> {
  const { customerId, id, permission, unitId, ownerId } = payload as Record<string, string | null | undefined>
  const message = JSON.stringify({ event: name, customerId, id, permission, unitId, ownerId })
  await sql`select pg_notify('parvandeh_live', ${message})`.execute(tx)
}

export async function readEvent(tx: Kysely<AnyTables>, eventId: string): Promise<StoredEvent | undefined> {
  const found = await sql<StoredEvent>`
    select id, name, payload, occurred_at as "occurredAt", held_until as "heldUntil" from platform.outbox_event where id = ${eventId}`.execute(
    tx,
  )
  return found.rows[0]
}

/** True the first time a reaction meets an event; false when it has already been carried out. */
export async function claimReaction(tx: Kysely<AnyTables>, eventId: string, reaction: string, now: Date): Promise<boolean> {
  const done = await sql`insert into platform.reaction_done (event_id, reaction, done_at)
    values (${eventId}, ${reaction}, ${now}) on conflict do nothing`.execute(tx)
  return done.numAffectedRows === 1n
}
