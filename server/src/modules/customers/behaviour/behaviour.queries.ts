import { tagGroupClasses } from '@parvandeh/contract'
import type { TagGroup } from '@parvandeh/contract'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { readableRows } from '../customers.access.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { idsOfFiles, ofFile } from '../files/file-set.queries.ts'

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)
const mostNotes = 200

export interface FileTag {
  customerId: string
  tagId: string
  name: string
  nameEn: string | null
  group: TagGroup
  /** The tag that was put, where it was merged into this one since. */
  putAs: string
  note: string | null
  addedAt: Date
  addedBy: string | null
}

/** The tags of files that the actor may read the class of; two that were merged are one, as it was added first. */
export async function readFileTags(context: Context, customerIds: readonly string[]): Promise<FileTag[]> {
  if (customerIds.length === 0) return []
  const found = await sql<FileTag>`
    select distinct on (f.root, k.id) f.root as "customerId", k.id as "tagId", t.tag_id as "putAs", k.name, k.name_en as "nameEn", k.tag_group as "group",
      t.note, t.added_at as "addedAt", t.added_by as "addedBy"
    from ${idsOfFiles(customerIds)} f join customers.file_tag t on t.customer_id = f.id
      join customers.tag g on g.id = t.tag_id join customers.tag k on k.id = coalesce(g.merged_into, g.id)
    where ${readableRows(context.actor, 't')}
    order by f.root, k.id, t.added_at`.execute(context.tx)
  return found.rows.toSorted((a, b) => a.addedAt.getTime() - b.addedAt.getTime())
}

/** Tags the files that do not have the tag yet, also under one that was merged into it; gives those that got it. */
export async function insertFileTags(
  context: Context,
  customerIds: readonly string[],
  tag: { id: string; group: TagGroup },
  note: string | null,
): Promise<string[]> {
  const had = await filesWithTag(context, customerIds, tag.id)
  const values = customerIds
    .filter((customerId) => !had.has(customerId))
    .map((customerId) => ({
      customer_id: customerId,
      id: newId(context.now),
      tag_id: tag.id,
      note,
      access_class: tagGroupClasses[tag.group],
      added_at: context.now,
      added_by: context.actor.personId,
    }))
  if (values.length === 0) return []
  const added = await tables(context)
    .insertInto('customers.file_tag')
    .values(values)
    .onConflict((conflict) => conflict.columns(['customer_id', 'tag_id']).doNothing())
    .returning('customer_id')
    .execute()
  return added.map((row) => row.customer_id)
}

/** Which of the files have the tag, also under one that was merged into it. */
export async function filesWithTag(context: Context, customerIds: readonly string[], tagId: string): Promise<Set<string>> {
  const found = await sql<{ customer_id: string }>`
    select distinct f.root as customer_id from ${idsOfFiles(customerIds)} f join customers.file_tag t on t.customer_id = f.id
      join customers.tag g on g.id = t.tag_id where coalesce(g.merged_into, g.id) = ${tagId}`.execute(context.tx)
  return new Set(found.rows.map((row) => row.customer_id))
}

/** A tag as it was on a file: under which id of the file, and under which tag of those that are one by now. */
export interface RemovedTag {
  root: string
  customerId: string
  tagId: string
  note: string | null
}

/** Takes the tag off the files, and with it those that were merged into it; gives what was taken off. */
export async function deleteFileTags(context: Context, customerIds: readonly string[], tagId: string): Promise<RemovedTag[]> {
  const removed = await sql<RemovedTag>`
    delete from customers.file_tag t using ${idsOfFiles(customerIds)} f where t.customer_id = f.id
      and t.tag_id in (select g.id from customers.tag g where coalesce(g.merged_into, g.id) = ${tagId})
    returning f.root, t.customer_id as "customerId", t.tag_id as "tagId", t.note`.execute(context.tx)
  return removed.rows
}

export interface BehaviourNote {
  id: string
  /** Under which id of the file it was written. */
  customerId: string
  text: string
  writtenAt: Date
  writtenBy: string | null
  changedAt: Date | null
  version: number
}

const noteColumns = [
  'id',
  'customer_id as customerId',
  'body as text',
  'written_at as writtenAt',
  'written_by as writtenBy',
  'changed_at as changedAt',
  'version',
] as const

/** Notes of a file, newest first. */
export const readNotes = (context: Context, fileIds: readonly string[]): Promise<BehaviourNote[]> =>
  tables(context)
    .selectFrom('customers.behaviour_note')
    .select(noteColumns)
    .where(ofFile('customer_id', fileIds))
    .orderBy('id', 'desc')
    .limit(mostNotes)
    .execute()

export const readNote = (context: Context, fileIds: readonly string[], id: string): Promise<BehaviourNote | undefined> =>
  tables(context)
    .selectFrom('customers.behaviour_note')
    .select(noteColumns)
    .where(ofFile('customer_id', fileIds))
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertNote(context: Context, customerId: string, text: string): Promise<string> {
  const id = newId(context.now)
  const written = { written_at: context.now, written_by: context.actor.personId, changed_at: null, version: 1 }
  await tables(context)
    .insertInto('customers.behaviour_note')
    .values({ customer_id: customerId, id, body: text, ...written })
    .execute()
  return id
}

export async function updateNote(context: Context, note: BehaviourNote, text: string): Promise<void> {
  await tables(context)
    .updateTable('customers.behaviour_note')
    .set({ body: text, changed_at: context.now, version: note.version + 1 })
    .where('customer_id', '=', note.customerId)
    .where('id', '=', note.id)
    .execute()
}

export async function deleteNote(context: Context, { customerId, id }: BehaviourNote): Promise<void> {
  await tables(context).deleteFrom('customers.behaviour_note').where('customer_id', '=', customerId).where('id', '=', id).execute()
}
