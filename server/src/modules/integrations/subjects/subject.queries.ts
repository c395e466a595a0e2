import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

const finished = sql`('done', 'discarded', 'failed', 'undone')`

/** Removes staged rows, also refused ones, in which one of these words stands: no id ties them to a file. */
export async function deleteRowsWith({ tx }: Context, words: readonly string[]): Promise<number> {
  if (words.length === 0) return 0
  const gone = await sql`delete from integrations.import_row r where exists (
    select from unnest(${words}::text[]) w (word) where strpos(r.cells::text, w.word) > 0 or strpos(r.problems::text, w.word) > 0)`.execute(
    tx,
  )
  return Number(gone.numAffectedRows ?? 0)
}

/** Forgets what imports did to these files: nothing of them is put back any more. */
export async function forgetChanges({ tx }: Context, customerIds: readonly string[]): Promise<number> {
  const gone = await sql`delete from integrations.import_file where customer_id = any(${[...customerIds]}::uuid[])`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

/** The uploaded files of imports that have come to their end. */
export async function contentsOfFinished({ tx }: Context): Promise<string[]> {
  const found = await sql<{ sha256: string }>`select distinct i.sha256 from integrations.import i
    join platform.blob b on b.sha256 = i.sha256 where i.state in ${finished}`.execute(tx)
  return found.rows.map((row) => row.sha256)
}

export async function contentsAtWork({ tx }: Context, contents: readonly string[]): Promise<string[]> {
  const found = await sql<{ sha256: string }>`select distinct sha256 from integrations.import
    where sha256 = any(${contents}::text[]) and state not in ${finished}`.execute(tx)
  return found.rows.map((row) => row.sha256)
}
