import { slipSeconds } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { AnyTables, Context } from '../context.ts'
import { writeEvents } from './events.ts'
import type { Hold, NewEvent, StoredEvent } from './events.ts'

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

/** One of many rows that are dealt with one after another, and how long the effects outside of it wait. */
export interface HeldRow {
  customerId: string
  hold: Hold
}

/**
 * Deals with rows one after another in the caller's transaction, each behind a savepoint: one that `refuse` has an answer
 * for leaves nothing behind and stops no other. What they publish is written at the end, all of it at once.
 */
export async function oneAfterAnother<Row extends HeldRow, Outcome>(
  context: Context,
  rows: readonly Row[],
  deal: (context: Context, row: Row) => Promise<Outcome>,
  refuse: (error: unknown) => Outcome | undefined,
): Promise<Outcome[]> {
  // Before the first savepoint: going back to one would take new keys of customers along.
  await context.sealing.prepare(rows.map(({ customerId }) => customerId))
  const [outcomes, told]: [Outcome[], NewEvent[]] = [[], []]
  for (const row of rows) {
    const own: NewEvent[] = []
    const publish: Context['publish'] = async (name, payload) => void own.push({ name, payload, hold: row.hold } as NewEvent)
    await sql`savepoint one_of_many`.execute(context.tx)
    try {
      outcomes.push(await deal({ ...context, publish }, row))
      told.push(...own)
    } catch (error) {
      const outcome = refuse(error)
      if (outcome === undefined) throw error
      await sql`rollback to savepoint one_of_many`.execute(context.tx)
      outcomes.push(outcome)
    }
    await sql`release savepoint one_of_many`.execute(context.tx)
  }
  await writeEvents(context, told)
  return outcomes
}

/**
 * What was done under these holds was put back: whatever has not left will not leave. Where a hold has ended meanwhile,
 * what it held is known outside, and what putting it back told is to be heard as well.
 */
export async function withdrawEffects({ tx, now }: Pick<Context, 'tx' | 'now'>, by: readonly string[]): Promise<void> {
  await sql`update platform.outbox_event e set withdrawn = true where e.held_by = any(${by}::uuid[]) and not exists (
    select from platform.outbox_event earlier where earlier.held_by = e.held_by and earlier.held_until <= ${now})`.execute(tx)
}

/** Leaves a job for the effects outside of each event: after the seconds in which a slip is mended, or when its hold ends. */
export async function queueEffects(tx: Kysely<AnyTables>, events: readonly StoredEvent[]): Promise<void> {
  const jobs = events.map(({ id, occurredAt, heldUntil }) => {
    const mended = new Date(occurredAt.getTime() + slipSeconds * 1000)
    return { id, at: heldUntil && heldUntil > mended ? heldUntil : mended }
  })
  await sql`select count(*) from graphile_worker.add_jobs(array(
    select ('let-out', json_build_object('eventId', e.id), null, e.at, 12, 'let-out ' || e.id, null, null)::graphile_worker.job_spec
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) e (id text, at timestamptz)))`.execute(tx)
}

/** Whether an event stands; until the end of the transaction it cannot be withdrawn. */
export async function stillHolds(tx: Kysely<AnyTables>, eventId: string): Promise<boolean> {
  const found = await sql<{ withdrawn: boolean }>`
    select withdrawn from platform.outbox_event where id = ${eventId} for share`.execute(tx)
  return found.rows[0]?.withdrawn === false
}
