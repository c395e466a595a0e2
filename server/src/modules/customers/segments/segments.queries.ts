import type { Condition, Segment } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'

/** A segment as it is stored. */
export interface StoredSegment extends Pick<Segment, 'id' | 'name' | 'description' | 'audience' | 'ownerId' | 'version'> {
  condition: Condition | null
  /** What its rule asks about. */
  fields: string[]
  createdAt: Date
  updatedAt: Date
  removedAt: Date | null
}

type Kept = Pick<StoredSegment, 'name' | 'description' | 'audience' | 'condition' | 'fields'>

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

const stored = (context: Pick<Context, 'tx'>) =>
  tables(context)
    .selectFrom('customers.segment as g')
    .select(['g.id', 'g.name', 'g.description', 'g.audience', 'g.condition', 'g.fields', 'g.version'])
    .select(['g.owner_id as ownerId', 'g.created_at as createdAt', 'g.updated_at as updatedAt', 'g.removed_at as removedAt'])

/** Whom a segment is for: its owner, everyone, or the people of the unit in which its owner is now. */
const isForReader = ({ actor }: Context, colleagues: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(g.owner_id = ${actor.personId}::uuid or g.audience = 'all' or (g.audience = 'team' and g.owner_id = any(${colleagues}::uuid[])))`

/** Segments meant for the reader, by name; one's own are never cut off. */
export const readSegments = (context: Context, colleagues: readonly string[], most: number): Promise<StoredSegment[]> =>
  stored(context)
    .where(isForReader(context, colleagues))
    .where('g.removed_at', 'is', null)
    .orderBy(sql`(g.owner_id = ${context.actor.personId}::uuid) desc`)
    .orderBy('g.name_joined')
    .orderBy('g.id')
    .limit(most)
    .execute()

/** A segment meant for the reader, also one that was removed. */
export const findSegment = (context: Context, segmentId: string, colleagues: readonly string[]): Promise<StoredSegment | undefined> =>
  stored(context).where('g.id', '=', segmentId).where(isForReader(context, colleagues)).executeTakeFirst()

/** A segment whomever it is for, unless it was removed: for what is reckoned by the system, and for rules that name it. */
export const findAnySegment = (context: Pick<Context, 'tx'>, segmentId: string): Promise<StoredSegment | undefined> =>
  stored(context).where('g.id', '=', segmentId).where('g.removed_at', 'is', null).executeTakeFirst()

/** The ids of all segments after one, in their order. */
export async function nextSegmentIds(context: Pick<Context, 'tx'>, after: string | undefined, limit: number): Promise<string[]> {
  const rows = await tables(context)
    .selectFrom('customers.segment')
    .select('id')
    .where('removed_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** How many segments somebody keeps; of two that are made at once, the second waits. */
export async function countOwnSegments(context: Context, ownerId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`segments of ${ownerId}`}, 0))`.execute(context.tx)
  const row = await tables(context)
    .selectFrom('customers.segment')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('owner_id', '=', ownerId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}

const columnsOf = (context: Context, { name, description, audience, condition, fields }: Kept) => ({
  name,
  name_joined: foldJoined(name),
  description,
  audience,
  condition: condition === null ? null : JSON.stringify(condition),
  fields,
  updated_at: context.now,
})

export async function insertSegment(context: Context, segment: Kept & Pick<StoredSegment, 'id' | 'ownerId'>): Promise<void> {
  await tables(context)
    .insertInto('customers.segment')
    .values({
      id: segment.id,
      owner_id: segment.ownerId,
      version: 1,
      created_at: context.now,
      removed_at: null,
      ...columnsOf(context, segment),
    })
    .execute()
}

/** Writes a segment over the version that was read; false when it is no longer that one. */
export async function updateSegment(context: Context, segment: Kept & Pick<StoredSegment, 'id' | 'version'>): Promise<boolean> {
  const done = await tables(context)
    .updateTable('customers.segment')
    .set({ ...columnsOf(context, segment), version: segment.version + 1 })
    .where('id', '=', segment.id)
    .where('version', '=', segment.version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function markSegment(context: Context, segmentId: string, removedAt: Date | null): Promise<void> {
  await tables(context).updateTable('customers.segment').set({ removed_at: removedAt }).where('id', '=', segmentId).execute()
}

/** Forgets segments that were removed before a moment, with their members. */
export async function forgetSegments(context: Context, before: Date): Promise<void> {
  const gone = await tables(context).selectFrom('customers.segment').select('id').where('removed_at', '<', before).limit(100).execute()
  const ids = gone.map(({ id }) => id)
  if (ids.length === 0) return
  await sql`delete from customers.segment_member where segment_id = any(${ids}::uuid[])`.execute(context.tx)
  await sql`delete from customers.segment where id = any(${ids}::uuid[])`.execute(context.tx)
}
