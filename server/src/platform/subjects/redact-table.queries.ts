import { foldJoined } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { redacted, redactedIn } from './exact-words.rules.ts'
import type { SpeaksOf } from './exact-words.rules.ts'

/** A table of what people wrote down for themselves, with an `id`, in which no id of a customer stands. */
export interface WrittenTable {
  table: string
  json: readonly string[]
  /** Names and words in the clear. */
  texts?: readonly string[]
  /** The column that holds `name` folded; with it goes that names are not given twice. */
  joinedName?: string
  hasVersion?: boolean
}

interface Written {
  id: string
  json: Record<string, unknown>
  texts: Record<string, string | null>
}

const rowsAtOnce = 500

/** Redacts what speaks of an erased person in all rows of a table, some hundreds at a time; gives how many rows did. */
export async function redactTable(context: Pick<Context, 'tx'>, table: WrittenTable, speaks: SpeaksOf): Promise<number> {
  let [after, count]: [string | undefined, number] = [undefined, 0]
  do {
    const rows: Written[] = await readRows(context, table, after)
    for (const row of rows) if (await redactRow(context, table, row, speaks)) count += 1
    after = rows.length === rowsAtOnce ? rows.at(-1)?.id : undefined
  } while (after !== undefined)
  return count
}

async function readRows({ tx }: Pick<Context, 'tx'>, { table, json, texts = [] }: WrittenTable, after: string | undefined) {
  const object = (columns: readonly string[]) =>
    sql`jsonb_build_object(${sql.join(columns.flatMap((name) => [sql.lit(name), sql.ref(name)]))})`
  const found = await sql<Written>`select id, ${object(json)} as json, ${texts.length > 0 ? object(texts) : sql`'{}'::jsonb`} as texts
    from ${sql.table(table)} where ${after === undefined ? sql`true` : sql`id > ${after}::uuid`} order by id limit ${rowsAtOnce}`.execute(
    tx,
  )
  return found.rows
}

async function redactRow(
  { tx }: Pick<Context, 'tx'>,
  { table, joinedName, hasVersion = false }: WrittenTable,
  { id, json, texts }: Written,
  speaks: SpeaksOf,
): Promise<boolean> {
  const set = Object.entries(json).flatMap(([name, value]) => {
    const after = redactedIn(value, speaks)
    return after === value ? [] : [sql`${sql.ref(name)} = ${JSON.stringify(after)}::jsonb`]
  })
  for (const [name, text] of Object.entries(texts)) {
    if (text === null || !speaks(text)) continue
    // Two names of one owner must differ.
    const after = name === 'name' ? `${redacted} ${id.slice(-6)}` : redacted
    set.push(sql`${sql.ref(name)} = ${after}`)
    if (name === 'name' && joinedName !== undefined) set.push(sql`${sql.ref(joinedName)} = ${foldJoined(after)}`)
  }
  if (set.length === 0) return false
  if (hasVersion) set.push(sql`version = version + 1`)
  await sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${id}::uuid`.execute(tx)
  return true
}
