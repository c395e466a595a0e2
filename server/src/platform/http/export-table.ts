import type { AccessClass, ExportQuery } from '@parvandeh/contract'
import { localDay, localTime, toJalali } from '@parvandeh/contract/persian'
import type { Locale } from '@parvandeh/contract/persian'
import { writeDelimited, writeWorkbook } from '../tabular/index.ts'
import type { WrittenCell } from '../tabular/index.ts'
import type { Download } from './handlers.ts'

/**
 * A column of a list as it is taken out, under the key that the list's page knows it by. A moment or a day is
 * written twice: as a real date, and as the text of its Jalali date.
 */
export interface ExportColumn<Row> {
  key: string
  header: Readonly<Record<Locale, string>>
  /** Whoever may not read this class gets no such column; public unless said. */
  accessClass?: AccessClass
  kind?: 'moment' | 'day'
  cell: (row: Row, locale: Locale) => WrittenCell | Date
}

interface Exported<Row> {
  name: string
  columns: readonly ExportColumn<Row>[]
  rows: AsyncIterable<Row>
  format: ExportQuery['format']
  locale: Locale
  zone: string
}

/** The columns that were asked for, in that order, of those that the reader may read; all of these when none is known. */
export function chooseColumns<Row>(
  columns: readonly ExportColumn<Row>[],
  asked: readonly string[] | undefined,
  classes: ReadonlySet<AccessClass>,
): readonly ExportColumn<Row>[] {
  const readable = columns.filter(({ accessClass = 'public' }) => classes.has(accessClass))
  const chosen = [...new Set(asked)].flatMap((key) => readable.filter((column) => column.key === key))
  return chosen.length > 0 ? chosen : readable
}

/** A table as a file for spreadsheets, sent as it is read: nothing of it is held, and no cell is a formula. */
export function exportTable<Row>(exported: Exported<Row>): Download {
  const { name, format, locale } = exported
  const written = exported.columns.flatMap((column) => writtenColumns(column, exported))
  const rows = cellsOf(exported.rows, written)
  if (format === 'csv') {
    const content = writeDelimited(rows, { header: written.map(({ header }) => header) })
    return { mediaType: 'text/csv; charset=utf-8', fileName: `${name}.csv`, content }
  }
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `${name}.xlsx`,
    content: writeWorkbook(rows, { columns: written, sheetName: name, rightToLeft: locale === 'fa' }),
  }
}

interface WrittenOf<Row> {
  header: string
  kind: 'text' | 'date' | 'date-time'
  cell: (row: Row) => WrittenCell
}

function writtenColumns<Row>({ header, kind, cell }: ExportColumn<Row>, { locale, zone }: Exported<Row>): WrittenOf<Row>[] {
  const shown = header[locale]
  const valueOf = (row: Row) => cell(row, locale)
  if (kind === undefined) return [{ header: shown, kind: 'text', cell: (row) => textOf(valueOf(row)) }]
  const time = (at: Date) => (kind === 'moment' ? ` ${localTime(at, zone).slice(0, 5)}` : '')
  const dated = (write: (day: string, time: string) => string) => (row: Row) => {
    const at = valueOf(row)
    if (at instanceof Date) return write(localDay(at, zone), time(at))
    return typeof at === 'string' && isDay.test(at) ? write(at, '') : textOf(at)
  }
  return [
    { header: shown, kind: kind === 'moment' ? 'date-time' : 'date', cell: dated((day, clock) => `${day}${clock}`) },
    {
      header: locale === 'fa' ? `${shown} (شمسی)` : `${shown} (Jalali)`,
      kind: 'text',
      cell: dated((day, clock) => `${jalaliText(day)}${clock}`),
    },
  ]
}

/** A day that is kept as such, which is the same in every zone. */
const isDay = /^[12]\d{3}-\d{2}-\d{2}$/u

const textOf = (value: WrittenCell | Date): WrittenCell => (value instanceof Date ? value.toISOString() : value)

/** In digits that a spreadsheet can sort. */
function jalaliText(day: string): string {
  const { jy, jm, jd } = toJalali(day)
  return `${jy}/${String(jm).padStart(2, '0')}/${String(jd).padStart(2, '0')}`
}

async function* cellsOf<Row>(rows: AsyncIterable<Row>, columns: readonly WrittenOf<Row>[]): AsyncGenerator<WrittenCell[]> {
  for await (const row of rows) yield columns.map((column) => column.cell(row))
}

/** Every row of a list that is read page by page. */
export async function* everyRow<Row>(
  readPage: (after: string | undefined) => Promise<{ rows: readonly Row[]; next?: string | undefined }>,
): AsyncGenerator<Row> {
  let after: string | undefined
  do {
    const page = await readPage(after)
    yield* page.rows
    after = page.next
  } while (after !== undefined)
}
