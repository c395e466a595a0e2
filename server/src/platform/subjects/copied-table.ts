import { formatJalali, formatNumber } from '@parvandeh/contract/persian'
import type { Context } from '../context.ts'
import type { ReadById } from './rows-by-id.queries.ts'
import type { CopiedColumn, CopiedTable, Words } from './holder.types.ts'

/** Persian words of codes; in English a code is its own word. */
export type CodeWords = Readonly<Record<string, string>>

type Row = Record<string, unknown>
type Locale = Context['locale']

/** How a code is said to whoever reads the copy. */
export const wordOf = (words: CodeWords, code: unknown, locale: Locale): string =>
  locale === 'fa' ? (words[String(code)] ?? String(code)) : String(code).replaceAll(/[.-]/gu, ' ')

/** A column whose values are read as they are kept. */
export const column = (key: string, fa: string, en: string): CopiedColumn => ({ key, header: { fa, en } })

/** A column of codes. */
export const codeColumn = (key: string, fa: string, en: string, words: CodeWords): CopiedColumn => ({
  ...column(key, fa, en),
  read: (row, locale) => (row[key] === null || row[key] === undefined ? null : wordOf(words, row[key], locale)),
})

/** A day, kept as `YYYY-MM-DD` of the Gregorian calendar, in that of the reader. */
export const dayIn = (day: unknown, locale: Locale): unknown =>
  typeof day === 'string' && locale === 'fa' ? formatJalali(day, 'short') : day

/** A column of days. */
export const dayColumn = (key: string, fa: string, en: string): CopiedColumn => ({
  ...column(key, fa, en),
  read: (row, locale) => dayIn(row[key], locale),
})

/** A column of whole amounts of money, which are kept as text: they may be greater than a number holds. */
export const amountColumn = (key: string, fa: string, en: string): CopiedColumn => ({
  ...column(key, fa, en),
  read: (row, locale) => (/^-?\d+$/u.test(String(row[key])) ? formatNumber(BigInt(String(row[key])), locale) : row[key]),
})

const rowsAtOnce = 500

/** All rows of these files in the order of their ids, some hundreds at a time, without the ids. */
export async function* rowsById(context: Context, customerIds: readonly string[], read: ReadById): AsyncGenerator<Row> {
  let after: string | undefined
  do {
    const rows = await read(context, customerIds, after, rowsAtOnce)
    for (const { id: _id, ...row } of rows) yield row
    after = rows.length === rowsAtOnce ? rows.at(-1)?.id : undefined
  } while (after !== undefined)
}

/** A table of the copy whose rows are read by their ids. */
export const copiedTable = (
  { name, title, note, columns }: { name: string; title: Words; note?: Words; columns: readonly CopiedColumn[] },
  customerIds: readonly string[],
  read: ReadById,
): CopiedTable => ({ name, title, ...(note && { note }), columns, rows: (context) => rowsById(context, customerIds, read) })
