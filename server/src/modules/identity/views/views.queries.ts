import type { ListName, SavedView } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { ViewsTables } from './views.tables.ts'

/** A view as it is stored, with what it is to the reader. */
export interface StoredView extends Omit<SavedView, 'mine' | 'usable' | 'updatedAt' | 'can'> {
  updatedAt: Date
  removedAt: Date | null
}

const views = (context: Context) => tablesOf<ViewsTables>(context)

/** Whom a view is for: its owner, everyone, or the people of the unit in which its owner is now. */
const isForReader = ({ actor }: Context): RawBuilder<boolean> =>
  sql<boolean>`(v.owner_id = ${actor.personId}::uuid or v.audience = 'all'
    or (v.audience = 'team' and p.unit_id = ${actor.unitId}::uuid))`

const readable = (context: Context) =>
  views(context)
    .selectFrom('identity.saved_view as v')
    .innerJoin('identity.person as p', 'p.id', 'v.owner_id')
    .leftJoin('identity.default_view as d', (join) =>
      join.onRef('d.view_id', '=', 'v.id').onRef('d.list', '=', 'v.list').on('d.person_id', '=', context.actor.personId),
    )
    .select(['v.id', 'v.list', 'v.name', 'v.audience', 'v.search', 'v.columns', 'v.group_by as group', 'v.version'])
    .select(['v.owner_id as ownerId', 'p.name as ownerName', 'v.updated_at as updatedAt', 'v.removed_at as removedAt'])
    .select(sql<boolean>`d.view_id is not null`.as('isDefault'))
    .where(isForReader(context))

/** The reader's own views of a list and those shared with them, by name; one's own are never cut off. */
export async function readViews(context: Context, list: ListName, most: number): Promise<StoredView[]> {
  const found = await readable(context)
    .where('v.list', '=', list)
    .where('v.removed_at', 'is', null)
    .orderBy(sql`(v.owner_id = ${context.actor.personId}::uuid) desc`)
    .orderBy('v.name_joined')
    .orderBy('v.id')
    .limit(most)
    .execute()
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'fa'))
}

/** A view that the reader may see, also one that was removed. */
export const findView = (context: Context, viewId: string): Promise<StoredView | undefined> =>
  readable(context).where('v.id', '=', viewId).executeTakeFirst()

/** How many views of a list the person keeps; no other of theirs is added meanwhile. */
export async function countOwnViews(context: Context, list: ListName): Promise<number> {
  const { personId } = context.actor
  await sql`select from identity.person where id = ${personId} for update`.execute(context.tx)
  const row = await views(context)
    .selectFrom('identity.saved_view')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('owner_id', '=', personId)
    .where('list', '=', list)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}

type Kept = Pick<SavedView, 'name' | 'audience' | 'search' | 'columns' | 'group'>

const columnsOf = (context: Context, { name, audience, search, columns, group }: Kept) => ({
  name,
  name_joined: foldJoined(name),
  audience,
  search: JSON.stringify(search),
  columns: JSON.stringify(columns),
  group_by: group,
  updated_at: context.now,
})

export async function insertView(context: Context, view: Kept & Pick<SavedView, 'id' | 'list' | 'ownerId'>): Promise<void> {
  await views(context)
    .insertInto('identity.saved_view')
    .values({ id: view.id, list: view.list, owner_id: view.ownerId, version: 1, removed_at: null, ...columnsOf(context, view) })
    .execute()
}

/** Writes a view over the version that was read; false when it is no longer that one. */
export async function updateView(context: Context, view: Kept & Pick<SavedView, 'id' | 'version'>): Promise<boolean> {
  const done = await views(context)
    .updateTable('identity.saved_view')
    .set({ ...columnsOf(context, view), version: view.version + 1 })
    .where('id', '=', view.id)
    .where('version', '=', view.version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function markRemoved(context: Context, viewId: string, removedAt: Date | null): Promise<void> {
  await views(context).updateTable('identity.saved_view').set({ removed_at: removedAt }).where('id', '=', viewId).execute()
}

/** Forgets views of this owner that were removed before a moment. */
export async function forgetRemoved(context: Context, ownerId: string, before: Date): Promise<void> {
  await views(context).deleteFrom('identity.saved_view').where('owner_id', '=', ownerId).where('removed_at', '<', before).execute()
}

export async function writeDefault(context: Context, personId: string, list: ListName, viewId: string | null): Promise<void> {
  if (viewId === null) {
    await views(context).deleteFrom('identity.default_view').where('person_id', '=', personId).where('list', '=', list).execute()
    return
  }
  await views(context)
    .insertInto('identity.default_view')
    .values({ person_id: personId, list, view_id: viewId })
    .onConflict((conflict) => conflict.columns(['person_id', 'list']).doUpdateSet({ view_id: viewId }))
    .execute()
}
