import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { StoredBlob } from './blob-store.ts'

/** Notes in the database that a content is stored; whoever keeps a reference to it does this first. */
export async function recordBlob(context: Context, { sha256, bytes, mediaType }: StoredBlob): Promise<void> {
  await sql`insert into platform.blob (sha256, bytes, media_type, stored_at)
    values (${sha256}, ${bytes}, ${mediaType}, ${context.now}) on conflict (sha256) do nothing`.execute(context.tx)
}
