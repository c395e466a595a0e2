import { CompiledQuery, sql } from 'kysely'
import type { Context } from '../context.ts'
import { copyText, jsonText } from './copy-rows.rules.ts'

/** From so many rows on, COPY costs the database and us half as much; for fewer it is a way to and fro more. */
const worthCopying = 50

/**
 * Inserts any number of rows of one shape in one statement with one parameter: a list of values would pass the 65,535
 * parameters that a statement may have, and costs several times as much to take apart. `json`: columns whose values are
 * given as JSON text; other lists are arrays.
 */
export async function insertRows<Row extends object>(
  context: Pick<Context, 'tx'>,
  table: string,
  rows: readonly Row[],
  json: readonly (keyof Row & string)[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return
  if (rows.length >= worthCopying) return copyRows(context, table, rows, json)
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  const given = json.length === 0 ? rows : rows.map((row) => ({ ...row, ...parsed(row, json) }))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${jsonText(given)}::json)`.execute(context.tx)
}

async function copyRows<Row extends object>(
  { tx }: Pick<Context, 'tx'>,
  table: string,
  rows: readonly Row[],
  json: readonly string[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const into = sql`copy ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))}) from stdin`.compile(tx)
  await tx.executeQuery(CompiledQuery.raw(into.sql, [copyText(rows, columns, json)]))
}

const parsed = <Row extends object>(row: Row, json: readonly (keyof Row & string)[]): Record<string, unknown> =>
  Object.fromEntries(json.map((name) => [name, typeof row[name] === 'string' ? JSON.parse(row[name]) : row[name]]))

/**
 * Writes columns of any number of rows anew in one statement. Rows are known by `customer_id`; all hold the same columns.
 * `json`: columns whose values are given as JSON text.
 */
export async function updateRows<Row extends { customer_id: string }>(
  context: Pick<Context, 'tx'>,
  table: string,
  rows: readonly Row[],
  json: readonly (keyof Row & string)[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).filter((name) => name !== 'customer_id')
  const given = json.length === 0 ? rows : rows.map((row) => ({ ...row, ...parsed(row, json) }))
  await sql`update ${sql.table(table)} t set ${sql.join(columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(`r.${name}`)}`))}
    from json_populate_recordset(null::${sql.table(table)}, ${jsonText(given)}::json) r where t.customer_id = r.customer_id`.execute(
    context.tx,
  )
}
