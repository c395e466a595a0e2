import { slipSeconds } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { AnyTables, Context } from '../context.ts'
import { writeEvent, writeEvents } from './events.ts'
import type { Hold, NewEvent, StoredEvent } from './events.ts'

/**
 * The same context for commands that can be undone: of the events they publish, the effects outside wait until the
 * moment, while everything inside follows at once. `withdrawEffects` with the same `by` keeps them in for good.
 */
export const holdEffects = (context: Context, hold: Hold): Context => ({
  ...context,
  publish: (name, payload) => writeEvent(context, name, payload, hold),
})

/**
 * The same context for what is done to many files at once: events are gathered until `tell`, which writes them all in a
 * handful of statements, each under the hold of the file that it tells of.
 */
export function gatherEvents(context: Context, holds: ReadonlyMap<string, Hold>): { context: Context; tell: () => Promise<void> } {
  const gathered: NewEvent[] = []
  const publish: Context['publish'] = async (name, payload) => {
    const { customerId } = payload as { customerId?: string }
    gathered.push({ name, payload, hold: holds.get(customerId ?? '') } as NewEvent)
  }
  return { context: { ...context, publish }, tell: () => writeEvents(context, gathered) }
}

/** What was done under these holds was put back: whatever has not left will not leave. */
export async function withdrawEffects({ tx }: Context, by: readonly string[]): Promise<void> {
  await sql`update platform.outbox_event set withdrawn = true where held_by = any(${by}::uuid[])`.execute(tx)
}

/** Leaves a job for the effects outside of an event: after the seconds in which a slip is mended, or when its hold ends. */
export async function queueEffects(tx: Kysely<AnyTables>, event: StoredEvent): Promise<void> {
  const mended = new Date(event.occurredAt.getTime() + slipSeconds * 1000)
  const at = event.heldUntil && event.heldUntil > mended ? event.heldUntil : mended
  await sql`select graphile_worker.add_job('let-out', json_build_object('eventId', ${event.id}::text),
    run_at := ${at}, job_key := ${`let-out ${event.id}`}, max_attempts := 12)`.execute(tx)
}

/** Whether an event stands; until the end of the transaction it cannot be withdrawn. */
export async function stillHolds(tx: Kysely<AnyTables>, eventId: string): Promise<boolean> {
  const found = await sql<{ withdrawn: boolean }>`
    select withdrawn from platform.outbox_event where id = ${eventId} for share`.execute(tx)
  return found.rows[0]?.withdrawn === false
}
