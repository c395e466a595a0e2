import { Readable } from 'node:stream'
import type { WrittenCell } from '../written-cell.ts'

export interface WriteDelimitedOptions {
  /** Written as the first row. */
  header?: readonly string[]
  delimiter?: ',' | ';' | '\t'
  /** Excel reads UTF-8 only when a byte order mark says so; on unless switched off. */
  byteOrderMark?: boolean
}

const chunkCharacters = 64 * 1024

/**
 * Writes rows as delimited UTF-8 text, lines ended by CR LF, as fast as the stream is read and no faster.
 *
 * A text cell that begins with `=`, `+`, `-`, `@`, tab or CR gets a leading apostrophe, because a spreadsheet would
 * run it as a formula; plain numbers (`-12.5`) and international phone numbers (`+989121234567`) are let be.
 */
export function writeDelimited(
  rows: AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>,
  options: WriteDelimitedOptions = {},
): Readable {
  return Readable.from(delimitedChunks(rows, options), { objectMode: false, highWaterMark: chunkCharacters })
}

async function* delimitedChunks(
  rows: AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>,
  { header, delimiter = ',', byteOrderMark = true }: WriteDelimitedOptions,
): AsyncGenerator<Buffer> {
  let text = byteOrderMark ? '\ufeff' : ''
  if (header) text += lineOf(header, delimiter)
  for await (const row of rows) {
    text += lineOf(row, delimiter)
    if (text.length < chunkCharacters) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

function lineOf(cells: readonly WrittenCell[], delimiter: string): string {
  // A line with nothing in it reads as no row at all.
  if (cells.length === 1 && textOf(cells[0]) === '') return '""\r\n'
  return `${cells.map((cell) => quoteCell(textOf(cell), delimiter)).join(delimiter)}\r\n`
}

function textOf(cell: WrittenCell): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? neutraliseFormula(cell) : String(cell)
}

const formulaStart = /^[=+\-@\t\r]/
const harmless = /^[+-]?\d+(\.\d+)?$/

/** The rule told at writeDelimited; a phone such as +989121234567 is a plain number with a sign. */
function neutraliseFormula(text: string): string {
  return formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text
}

// Every usual delimiter is quoted, not only the one in use: the reader may guess, and blanks at the ends be cut.
const needsQuotes = /["\r\n,;\t|،]|^[\s']|\s$|^sep=/i

function quoteCell(text: string, delimiter: string): string {
  return needsQuotes.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
}
