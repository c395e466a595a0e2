import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { StoredBlob } from './blob-store.ts'

/** Notes in the database that a content is stored; whoever keeps a reference to it does this first. */
export async function recordBlob(context: Context, { sha256, bytes, mediaType }: StoredBlob): Promise<void> {
  await sql`insert into platform.blob (sha256, bytes, media_type, stored_at)
    values (${sha256}, ${bytes}, ${mediaType}, ${context.now}) on conflict (sha256) do nothing`.execute(context.tx)
}

/** Those of these contents of which no row knows. */
export async function unknownAmong(context: Context, sha256s: readonly string[]): Promise<string[]> {
  if (sha256s.length === 0) return []
  const found = await sql<{ sha256: string }>`select k.sha256 from unnest(${sha256s}::text[]) k (sha256)
    where not exists (select 1 from platform.blob b where b.sha256 = k.sha256)`.execute(context.tx)
  return found.rows.map((row) => row.sha256)
}

/** Lets go of contents that nobody needs any more; whoever calls this removes the contents themselves after the commit. */
export async function forgetContents(context: Context, sha256s: readonly string[]): Promise<void> {
  await sql`delete from platform.blob where sha256 = any(${sha256s}::text[])`.execute(context.tx)
}
