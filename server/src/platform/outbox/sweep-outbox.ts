import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { leastIdAt } from '../ids.ts'
import type { LongTools } from './reactions.ts'

/** Longer than the queue tries a job again, and long enough to look into what went wrong. */
const keptMs = 90 * 86_400_000
const rowsAtOnce = 5000

/** Forgets events that were reacted to long ago, and that they were: a few thousand at a time, each in a transaction of its own. */
export async function sweepOutbox({ runAsSystem, signal }: LongTools): Promise<void> {
  for (const forget of [forgetReactions, forgetEvents]) {
    while (!signal.aborted && (await runAsSystem(forget)) === rowsAtOnce);
  }
}

const before = ({ now }: Context) => leastIdAt(new Date(now.getTime() - keptMs))

async function forgetReactions(context: Context): Promise<number> {
  const done = await sql`delete from platform.reaction_done where (event_id, reaction) in (
    select event_id, reaction from platform.reaction_done where event_id < ${before(context)}::uuid limit ${rowsAtOnce})`.execute(
    context.tx,
  )
  return Number(done.numAffectedRows ?? 0)
}

async function forgetEvents(context: Context): Promise<number> {
  const done = await sql`delete from platform.outbox_event where id in (
    select id from platform.outbox_event where id < ${before(context)}::uuid limit ${rowsAtOnce})`.execute(context.tx)
  return Number(done.numAffectedRows ?? 0)
}
