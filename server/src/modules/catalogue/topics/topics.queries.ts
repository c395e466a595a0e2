import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { CatalogueTables } from '../catalogue.tables.ts'
import type { NamedKey } from '../names.rules.ts'

export interface TopicRow {
  id: string
  name: string
  parentId: string | null
  active: boolean
  version: number
}

const columns = ['id', 'name', 'parent_id as parentId', 'active', 'version'] as const
const catalogue = (context: Pick<Context, 'tx'>) => tablesOf<CatalogueTables>(context)

export async function readTopics(context: Context, limit: number): Promise<TopicRow[]> {
  return catalogue(context).selectFrom('catalogue.topic').select(columns).orderBy('name_key').orderBy('id').limit(limit).execute()
}

export async function readTopic(context: Context, id: string): Promise<TopicRow | undefined> {
  return catalogue(context).selectFrom('catalogue.topic').select(columns).where('id', '=', id).executeTakeFirst()
}

/** One change of the tree at a time: two moves at once could each be right and together make a ring. */
export async function lockTopicTree(context: Context): Promise<void> {
  await sql`lock table catalogue.topic in share row exclusive mode`.execute(context.tx)
}

/** The parent of every topic that has one. */
export async function readTopicParents(context: Context): Promise<Map<string, string>> {
  const rows = await catalogue(context)
    .selectFrom('catalogue.topic')
    .select(['id', 'parent_id'])
    .where('parent_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.parent_id ?? '']))
}

export interface TopicFacts {
  named: NamedKey
  parentId: string | null
  active: boolean
}

export async function insertTopic(context: Context, { named, parentId, active }: TopicFacts): Promise<TopicRow> {
  return catalogue(context)
    .insertInto('catalogue.topic')
    .values({
      id: newId(context.now),
      name: named.name,
      name_key: named.key,
      parent_id: parentId,
      active,
      version: 1,
      created_at: context.now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function updateTopic(
  context: Context,
  id: string,
  { named, parentId, active }: TopicFacts,
  version: number,
): Promise<TopicRow> {
  return catalogue(context)
    .updateTable('catalogue.topic')
    .set({ name: named.name, name_key: named.key, parent_id: parentId, active, version })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function readTopicsByKey(
  context: Context,
  keys: readonly string[],
): Promise<{ id: string; key: string; parentId: string | null }[]> {
  return catalogue(context)
    .selectFrom('catalogue.topic')
    .select(['id', 'name_key as key', 'parent_id as parentId'])
    .where(sql<boolean>`name_key = any(${[...keys]})`)
    .execute()
}

/** Adds at the top those that nobody has added meanwhile, and gives back what was added. */
export async function insertMissingTopics(context: Context, names: readonly NamedKey[]): Promise<TopicRow[]> {
  return catalogue(context)
    .insertInto('catalogue.topic')
    .values(
      names.map(({ name, key }) => ({
        id: newId(context.now),
        name,
        name_key: key,
        parent_id: null,
        active: true,
        version: 1,
        created_at: context.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .execute()
}
