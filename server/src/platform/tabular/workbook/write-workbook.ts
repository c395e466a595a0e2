import { Readable } from 'node:stream'
import { TableError } from '../table-error.ts'
import type { WrittenCell } from '../written-cell.ts'
import { serialOfDate } from './workbook-values.ts'
import { escapeXml, stylesXml, wrappingParts } from './workbook-xml.ts'
import type { Calendar } from './workbook-xml.ts'
import { writeZip } from './write-zip.ts'

/** A column of a written sheet. In a date column, ISO text (`2024-03-20`, `2024-03-20 09:30:00`) becomes a real date. */
export interface WrittenColumn {
  header: string
  kind?: 'text' | 'date' | 'date-time'
  /** In characters. */
  width?: number
}

export interface WriteWorkbookOptions {
  columns: readonly WrittenColumn[]
  sheetName?: string
  /** On unless switched off: the first column stands at the right. */
  rightToLeft?: boolean
  /** In which calendar Excel shows the dates; the dates themselves are the same. */
  calendar?: Calendar
}

const mostSheetRows = 1_048_576
const mostCellCharacters = 32_767
const chunkCharacters = 64 * 1024
const headerStyle = 1
const styleOfKind = { text: 0, date: 2, 'date-time': 3 } as const

/**
 * Writes rows as an XLSX workbook of one sheet, as fast as the stream is read and no faster. Texts are never
 * formulas. A text longer than Excel's 32,767 characters ends in '…'; more rows than a sheet holds is a TableError.
 */
export function writeWorkbook(
  rows: AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>,
  options: WriteWorkbookOptions,
): Readable {
  const sheet = options.sheetName ?? 'Sheet1'
  const parts = [
    ...wrappingParts(sheetNameOf(sheet)),
    { name: 'xl/styles.xml', content: [Buffer.from(stylesXml(options.calendar ?? 'gregorian'))] },
    { name: 'xl/worksheets/sheet1.xml', content: sheetChunks(rows, options) },
  ]
  return Readable.from(writeZip(parts), { objectMode: false })
}

/** Excel refuses longer names, and these letters in them. */
function sheetNameOf(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1'
  )
}

async function* sheetChunks(
  rows: AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>,
  { columns, rightToLeft = true }: WriteWorkbookOptions,
): AsyncGenerator<Buffer> {
  const styles = columns.map((column) => styleOfKind[column.kind ?? 'text'])
  const addresses = columns.map((_, at) => lettersOf(at))
  let line = 1
  let text = sheetStart(columns, rightToLeft)
  text += rowXml(
    columns.map((column) => column.header),
    columns.map(() => headerStyle),
    addresses,
    line,
  )
  for await (const row of rows) {
    line++
    if (line > mostSheetRows) throw new TableError('too-many-rows-for-sheet', { limit: mostSheetRows - 1 })
    text += rowXml(row, styles, addresses, line)
    if (text.length < chunkCharacters) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`)
}

function sheetStart(columns: readonly WrittenColumn[], rightToLeft: boolean): string {
  const direction = rightToLeft ? ' rightToLeft="1"' : ''
  const widths = columns.map(({ header, kind, width }, at) => {
    const characters = width ?? Math.max(12, Math.min(40, header.length + 4), kind === 'date-time' ? 20 : 0)
    return `<col min="${at + 1}" max="${at + 1}" width="${characters}" customWidth="1"/>`
  })
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetViews><sheetView${direction} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '') +
    '<sheetData>'
  )
}

function rowXml(cells: readonly WrittenCell[], styles: readonly number[], addresses: readonly string[], line: number): string {
  let xml = `<row r="${line}">`
  for (let at = 0; at < cells.length; at++) {
    xml += cellXml(cells[at], styles[at] ?? 0, `${addresses[at] ?? lettersOf(at)}${line}`)
  }
  return `${xml}</row>`
}

function cellXml(cell: WrittenCell, style: number, address: string): string {
  if (cell === null || cell === undefined || cell === '') return ''
  const start = `<c r="${address}"${style > 0 ? ` s="${style}"` : ''}`
  if (typeof cell === 'boolean') return `${start} t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number' && Number.isFinite(cell)) return `${start}><v>${cell}</v></c>`
  const text = String(cell)
  const serial = style > headerStyle ? serialOfDate(text) : undefined
  if (serial !== undefined) return `${start}><v>${serial}</v></c>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitCell(text))}</t></is></c>`
}

function fitCell(text: string): string {
  return text.length <= mostCellCharacters ? text : `${text.slice(0, mostCellCharacters - 1)}…`
}

function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter
}
