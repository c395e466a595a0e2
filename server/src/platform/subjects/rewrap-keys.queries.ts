import type pg from 'pg'
import { unwrapKey, wrapKey } from './box.ts'

const rowsAtOnce = 1000

/** Puts every key of a restored database under the key of this installation. */
export async function rewrapKeys(client: pg.ClientBase, from: Buffer, to: Buffer): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const found = await client.query<{ of: string; wrapped: Buffer }>(
      `select subject_id as of, wrapped from platform.subject_key where wrapped is not null and subject_id > $1 order by subject_id limit ${rowsAtOnce}`,
      [after],
    )
    const keys = found.rows.map(({ of, wrapped }) => ({ of, wrapped: wrapKey(to, of, unwrapKey(from, of, wrapped)) }))
    await client.query(
      `update platform.subject_key s set wrapped = k.wrapped from unnest($1::uuid[], $2::bytea[]) k (of, wrapped) where s.subject_id = k.of`,
      [keys.map(({ of }) => of), keys.map(({ wrapped }) => wrapped)],
    )
    const last = keys.at(-1)
    if (!last || keys.length < rowsAtOnce) return
    after = last.of
  }
}
