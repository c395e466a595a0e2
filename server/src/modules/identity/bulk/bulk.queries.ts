import { undoWindowSeconds } from '@parvandeh/contract'
import type { FailureCode } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { StoredBulk } from './bulk.types.ts'

const columns = sql`id, person_id as "personId", actor_kind as "actorKind", locale, noun, change, state,
  started_at as "startedAt", undo_until as "undoUntil", undo_asked_at as "undoAskedAt", expected, by_filters as "byFilters",
  selection, after_id as "afterId", stopped_by as "stoppedBy"`

/** Until when what is done at a moment can be put back. */
export const undoEnd = (done: Date): Date => new Date(done.getTime() + undoWindowSeconds * 1000)

/** Keeps a change; false when one of this id is there already. */
export async function insertBulk(context: Context, bulk: StoredBulk): Promise<boolean> {
  const inserted = await sql`
    insert into identity.bulk (id, person_id, actor_kind, locale, noun, change, state, started_at, undo_until, expected, by_filters, selection)
    values (${bulk.id}, ${bulk.personId}, ${bulk.actorKind}, ${bulk.locale}, ${bulk.noun}, ${JSON.stringify(bulk.change)},
      ${bulk.state}, ${bulk.startedAt}, ${bulk.undoUntil}, ${bulk.expected}, ${bulk.byFilters},
      ${bulk.selection === null ? null : JSON.stringify(bulk.selection)})
    on conflict do nothing`.execute(context.tx)
  return inserted.numAffectedRows === 1n
}

export async function findBulk(context: Context, bulkId: string, { locked = false } = {}): Promise<StoredBulk | undefined> {
  const found =
    await sql<StoredBulk>`select ${columns} from identity.bulk where id = ${bulkId} ${locked ? sql`for update` : sql``}`.execute(context.tx)
  return found.rows[0]
}

/** A person's changes of one kind of rows, newest first. */
export async function readBulks(
  context: Context,
  personId: string,
  noun: StoredBulk['noun'],
  after: readonly [Date, string] | undefined,
  limit: number,
): Promise<StoredBulk[]> {
  const beyond = after ? sql`and (started_at, id) < (${after[0]}, ${after[1]}::uuid)` : sql``
  const found = await sql<StoredBulk>`select ${columns} from identity.bulk where person_id = ${personId} and noun = ${noun} ${beyond}
    order by started_at desc, id desc limit ${limit}`.execute(context.tx)
  return found.rows
}

/** How many changes of a person are being made or put back; no other of theirs begins meanwhile. */
export async function countAtWork(context: Context, personId: string): Promise<number> {
  await sql`select from identity.person where id = ${personId} for update`.execute(context.tx)
  const counted = await sql<{ n: number }>`select count(*)::int as n from identity.bulk
    where person_id = ${personId} and state in ('working', 'undoing')`.execute(context.tx)
  return counted.rows[0]?.n ?? 0
}

/**
 * Moves a change from one state to the next; false when it is not in that state. The time for putting it back begins when
 * it is done; from then on, or when it is put back, nobody needs the filters any more.
 */
export async function moveBulk(
  context: Context,
  bulkId: string,
  from: readonly StoredBulk['state'][],
  to: StoredBulk['state'],
  stoppedBy: FailureCode | null = null,
): Promise<boolean> {
  const moment =
    to === 'undoing'
      ? sql`, undo_asked_at = ${context.now}, selection = null`
      : to === 'done'
        ? sql`, undo_until = ${undoEnd(context.now)}, selection = null`
        : sql``
  const moved = await sql`update identity.bulk set state = ${to}, stopped_by = ${stoppedBy} ${moment}
    where id = ${bulkId} and state = any(${[...from]}::text[])`.execute(context.tx)
  return moved.numAffectedRows === 1n
}

/** Notes up to which id all that fits has been chosen. */
export async function moveAlong(context: Context, bulkId: string, afterId: string): Promise<void> {
  await sql`update identity.bulk set after_id = ${afterId}::uuid where id = ${bulkId}`.execute(context.tx)
}

export interface BulkCounts {
  step: 'change' | 'undo'
  outcome: 'changed' | 'same' | 'refused' | 'put-back' | 'kept'
  code: FailureCode | ''
  count: number
}

/** How many rows of each of these changes came to what, as was counted on the way. */
export async function readTallies(context: Context, bulkIds: readonly string[]): Promise<(BulkCounts & { bulkId: string })[]> {
  const found = await sql<BulkCounts & { bulkId: string }>`
    select bulk_id as "bulkId", step, outcome, code, count from identity.bulk_tally
    where bulk_id = any(${[...bulkIds]}::uuid[])`.execute(context.tx)
  return found.rows
}

/** Forgets so many of the oldest rows of changes that were asked for before a moment, and those that have none left. Gives how many rows went. */
export async function forgetBulks(context: Context, before: Date, limit: number): Promise<number> {
  const old = await sql<{ id: string }>`select id from identity.bulk where started_at < ${before} order by started_at, id limit 1`.execute(
    context.tx,
  )
  const bulkId = old.rows[0]?.id
  if (bulkId === undefined) return 0
  const gone = await sql`delete from identity.bulk_row where id in (
    select id from identity.bulk_row where bulk_id = ${bulkId} order by id limit ${limit})`.execute(context.tx)
  const count = Number(gone.numAffectedRows ?? 0)
  if (count < limit) await sql`delete from identity.bulk where id = ${bulkId}`.execute(context.tx)
  return Math.max(count, 1)
}
