import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleDocuments } from '../documents.access.ts'

export interface KeptDocument {
  id: string
  sha256: string
  name: string
  title: string | null
  mediaType: string
  bytes: number
  addedAt: Date
}

/** Every document of these customers, in the order in which they came. */
export async function readAllDocuments({ tx }: Context, customerIds: readonly string[], limit: number): Promise<KeptDocument[]> {
  const found = await sql<KeptDocument>`
    select id, sha256, name, title, media_type as "mediaType", bytes::int as bytes, added_at as "addedAt"
    from documents.document where customer_id = any(${customerIds}::uuid[]) order by id limit ${limit}`.execute(tx)
  return found.rows
}

/** How many of these the actor sees. */
export async function countDocuments({ tx, actor }: Context, customerIds: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from documents.document d
    where d.customer_id = any(${customerIds}::uuid[]) and ${visibleDocuments(actor, 'd')}`.execute(tx)
  return found.rows[0]?.count ?? 0
}

/** Removes the documents of these customers; gives their contents. */
export async function deleteDocuments({ tx }: Context, customerIds: readonly string[]): Promise<string[]> {
  const gone = await sql<{ sha256: string }>`
    delete from documents.document where customer_id = any(${customerIds}::uuid[]) returning sha256`.execute(tx)
  return gone.rows.map((row) => row.sha256)
}

/** Which of these contents some document still is. */
export async function contentsInUse({ tx }: Context, contents: readonly string[]): Promise<string[]> {
  const found = await sql<{ sha256: string }>`
    select distinct sha256 from documents.document where sha256 = any(${contents}::text[])`.execute(tx)
  return found.rows.map((row) => row.sha256)
}
