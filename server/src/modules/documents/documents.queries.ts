import type { AccessClass } from '@parvandeh/contract'
import { sql } from 'kysely'
import { tablesOf } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { ofFile } from '../customers/index.ts'
import { visibleDocuments } from './documents.access.ts'
import type { DocumentsTables } from './documents.tables.ts'
import { foundBy } from './search/found-by.rules.ts'
import type { SoughtTitle } from './search/found-by.rules.ts'

/** A document and where its content lies. */
export interface DocumentRow {
  id: string
  customerId: string
  sha256: string
  name: string
  mediaType: string
  bytes: number
  title: string | null
  accessClass: AccessClass
  unitId: string | null
  ownerId: string | null
  addedBy: string | null
  addedAt: Date
}

const columns = [
  'id',
  'customer_id as customerId',
  'sha256',
  'name',
  'media_type as mediaType',
  'bytes',
  'title',
  'access_class as accessClass',
  'unit_id as unitId',
  'owner_id as ownerId',
  'added_by as addedBy',
  'added_at as addedAt',
] as const

const visible = (context: Context) =>
  tablesOf<DocumentsTables>(context).selectFrom('documents.document as d').select(columns).where(visibleDocuments(context.actor, 'd'))

export async function insertDocument(context: Context, row: DocumentRow): Promise<void> {
  const { spaced, joined } = foundBy(row)
  await tablesOf<DocumentsTables>(context)
    .insertInto('documents.document')
    .values({
      customer_id: row.customerId,
      id: row.id,
      sha256: row.sha256,
      name: row.name,
      media_type: row.mediaType,
      bytes: row.bytes,
      title: row.title,
      access_class: row.accessClass,
      unit_id: row.unitId,
      owner_id: row.ownerId,
      added_by: row.addedBy,
      added_at: row.addedAt,
      found_spaced: spaced,
      found_joined: joined,
    })
    .execute()
}

/** Those of a file's ids, newest first: ids of documents grow with time, so the primary key is the order. */
export async function readDocuments(
  context: Context,
  ids: readonly string[],
  before: string | undefined,
  limit: number,
): Promise<DocumentRow[]> {
  let query = visible(context).where(ofFile('customer_id', ids))
  if (before !== undefined) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

export async function readDocument(context: Context, ids: readonly string[], id: string): Promise<DocumentRow | undefined> {
  return visible(context).where(ofFile('customer_id', ids)).where('id', '=', id).executeTakeFirst()
}

/** Some of the documents that hold what is sought, in no order. */
export async function findByTitle(context: Context, sought: NonNullable<SoughtTitle>, limit: number): Promise<DocumentRow[]> {
  const holds =
    'beginning' in sought
      ? sql<boolean>`d.found_spaced like ${sought.beginning}`
      : sql<boolean>`((${sql.join(
          sought.words.map((word) => sql`d.found_spaced like ${word}`),
          sql` and `,
        )}) or d.found_joined like ${sought.joined})`
  return visible(context).where(holds).limit(limit).execute()
}

export async function readVisibleIds(
  context: Context,
  customerIds: readonly string[],
  ids: readonly string[],
): Promise<{ customerId: string; id: string }[]> {
  return tablesOf<DocumentsTables>(context)
    .selectFrom('documents.document as d')
    .select(['customer_id as customerId', 'id'])
    .where(sql<boolean>`d.customer_id = any(${[...customerIds]}::uuid[]) and d.id = any(${[...ids]}::uuid[])`)
    .where(visibleDocuments(context.actor, 'd'))
    .execute()
}
