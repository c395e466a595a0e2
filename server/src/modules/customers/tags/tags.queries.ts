import type { TagGroup } from '@parvandeh/contract'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { CustomersTables } from '../customers.tables.ts'

export interface TagRow {
  id: string
  name: string
  nameEn: string | null
  group: TagGroup
  active: boolean
  mergedInto: string | null
  version: number
}

const columns = ['id', 'name', 'name_en as nameEn', 'tag_group as group', 'active', 'merged_into as mergedInto', 'version'] as const
const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)
const mostTags = 5000

/** The vocabulary of these groups, by name. */
export const readTags = (context: Pick<Context, 'tx'>, groups: readonly TagGroup[]): Promise<TagRow[]> =>
  tables(context)
    .selectFrom('customers.tag')
    .select(columns)
    .where(sql<boolean>`tag_group = any(${[...groups]}::text[])`)
    .orderBy('name_key')
    .orderBy('id')
    .limit(mostTags)
    .execute()

export const readTag = (context: Context, id: string): Promise<TagRow | undefined> =>
  tables(context).selectFrom('customers.tag').select(columns).where('id', '=', id).executeTakeFirst()

/** One change of the vocabulary at a time: two merges at once could make a ring. */
export const lockTags = async (context: Context): Promise<void> =>
  void (await sql`lock table customers.tag in share row exclusive mode`.execute(context.tx))

export const readTagNamed = (context: Context, group: TagGroup, key: string): Promise<TagRow | undefined> =>
  tables(context).selectFrom('customers.tag').select(columns).where('tag_group', '=', group).where('name_key', '=', key).executeTakeFirst()

interface NewTag {
  name: string
  key: string
  nameEn: string | null
  group: TagGroup
}

/** The new tag; nothing when somebody has added it meanwhile. */
export const insertTag = (context: Context, { name, key, nameEn, group }: NewTag): Promise<TagRow | undefined> =>
  tables(context)
    .insertInto('customers.tag')
    .values({ id: newId(context.now), name, name_en: nameEn, name_key: key, tag_group: group, active: true, merged_into: null, version: 1 })
    .onConflict((conflict) => conflict.columns(['tag_group', 'name_key']).doNothing())
    .returning(columns)
    .executeTakeFirst()

export const updateTag = (context: Context, tag: TagRow & { key: string }): Promise<TagRow> =>
  tables(context)
    .updateTable('customers.tag')
    .set({
      name: tag.name,
      name_key: tag.key,
      name_en: tag.nameEn,
      active: tag.active,
      version: tag.version,
    })
    .where('id', '=', tag.id)
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Reads the tag as another from now on, and with it those that were merged into it before; null parts it again. */
export async function mergeTagInto(context: Context, tag: TagRow, intoId: string | null): Promise<TagRow> {
  if (intoId !== null)
    await tables(context).updateTable('customers.tag').set({ merged_into: intoId }).where('merged_into', '=', tag.id).execute()
  return tables(context)
    .updateTable('customers.tag')
    .set({ merged_into: intoId, version: tag.version + 1 })
    .where('id', '=', tag.id)
    .returning(columns)
    .executeTakeFirstOrThrow()
}
