import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Whatever connection or transaction the caller works in. */
export type Connection = Kysely<Record<never, never>>

/** A key as it is stored; null where it was destroyed. */
export interface StoredKey {
  of: string
  wrapped: Buffer | null
}

export async function readKeys(tx: Connection, ids: readonly string[]): Promise<StoredKey[]> {
  const found =
    await sql<StoredKey>`select subject_id as of, wrapped from platform.subject_key where subject_id = any(${ids}::uuid[])`.execute(tx)
  return found.rows
}

/** Keeps new keys; where another transaction was faster, its key stands. */
export async function insertKeys(tx: Connection, keys: readonly { of: string; wrapped: Buffer }[], now: Date): Promise<void> {
  await sql`insert into platform.subject_key (subject_id, wrapped, made_at)
    select k.of, k.wrapped, ${now} from unnest(${keys.map(({ of }) => of)}::uuid[], ${keys.map(({ wrapped }) => wrapped)}::bytea[]) k (of, wrapped)
    on conflict (subject_id) do nothing`.execute(tx)
}

/** Destroys the key of a subject, also one that never had any: nothing is sealed for them again, and nothing opened. */
export async function destroyKey(tx: Connection, id: string, now: Date): Promise<void> {
  await sql`insert into platform.subject_key (subject_id, wrapped, made_at, destroyed_at) values (${id}, null, ${now}, ${now})
    on conflict (subject_id) do update set wrapped = null, destroyed_at = coalesce(platform.subject_key.destroyed_at, excluded.destroyed_at)`.execute(
    tx,
  )
}
