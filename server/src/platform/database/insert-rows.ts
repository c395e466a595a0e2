import { sql } from 'kysely'
import type { Context } from '../context.ts'

/**
 * Inserts any number of rows of one shape in one statement with one parameter: a list of values would pass the 65,535
 * parameters that a statement may have, and costs several times as much to take apart. `json`: columns whose values are
 * given as JSON text.
 */
export async function insertRows<Row extends object>(
  context: Pick<Context, 'tx'>,
  table: string,
  rows: readonly Row[],
  json: readonly (keyof Row & string)[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  const given = json.length === 0 ? rows : rows.map((row) => ({ ...row, ...parsed(row, json) }))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(given)}::json)`.execute(context.tx)
}

const parsed = <Row extends object>(row: Row, json: readonly (keyof Row & string)[]): Record<string, unknown> =>
  Object.fromEntries(json.map((name) => [name, typeof row[name] === 'string' ? JSON.parse(row[name]) : row[name]]))
