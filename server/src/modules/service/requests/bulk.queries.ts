import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Columns with their PostgreSQL types, so that rows can travel as one JSON value whatever their number. */
export type ColumnTypes<T> = { [K in keyof Required<T>]: 'uuid' | 'text' | 'int' | 'boolean' | 'timestamptz' }

const names = (columns: object, prefix = ''): RawBuilder<unknown> =>
  sql.raw(
    Object.keys(columns)
      .map((name) => `${prefix}${name}`)
      .join(', '),
  )
const typed = (columns: object) =>
  sql.raw(
    Object.entries(columns)
      .map(([name, type]) => `${name} ${String(type)}`)
      .join(', '),
  )

/** The rows as a relation of the given columns, for `from`. */
export const rowsAs = <T>(rows: readonly T[], columns: Partial<ColumnTypes<T>>, alias: string): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${sql.raw(alias)}(${typed(columns)})`

/** Inserts any number of rows in one statement. */
export async function insertRows<T>(context: Context, table: string, columns: ColumnTypes<T>, rows: readonly T[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into ${sql.table(table)} (${names(columns)}) select ${names(columns, 'x.')} from ${rowsAs(rows, columns, 'x')}`.execute(
    context.tx,
  )
}

/** `a = x.a, b = x.b ...`, for updates from such rows. */
export const assigned = (columns: object): RawBuilder<unknown> =>
  sql.raw(
    Object.keys(columns)
      .map((name) => `${name} = x.${name}`)
      .join(', '),
  )

/** The columns, as a list for `select`. */
export const selectColumns = (columns: object): RawBuilder<unknown> => names(columns)
