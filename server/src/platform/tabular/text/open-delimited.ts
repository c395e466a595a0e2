import { readBytes } from '../read-bytes.ts'
import type { ByteSource } from '../read-bytes.ts'
import { decoderOf, isKnownEncoding, recogniseEncoding } from './recognise-encoding.ts'
import { recogniseDialect, sampleRowsOf } from './recognise-dialect.ts'
import type { Dialect } from './parse-delimited.ts'
import { DelimitedParser } from './parse-delimited.ts'
import { looksBinary, recogniseOtherText } from '../recognise-file.ts'
import { readHead, readWindows } from './read-samples.ts'
import { settleColumns } from '../settle-columns.ts'
import { TableError } from '../table-error.ts'
import type { RawRow } from '../table-row.ts'
import { numberRows } from '../number-rows.ts'
import type { Table, TableOptions } from '../table.ts'

/** Opens a text table: guesses how it is written from samples, then reads it from the beginning each time. */
export async function openDelimited(source: ByteSource, options: TableOptions): Promise<Table> {
  const head = await readHead(source)
  if (head.bytes.length === 0) throw new TableError(head.isTruncated ? 'truncated-file' : 'empty-file')
  const encoding = options.encoding ?? recogniseEncoding([head.bytes, ...(await readWindows(source))])
  if (!isKnownEncoding(encoding)) throw new TableError('unknown-encoding')
  const text = decoderOf(encoding).write(head.bytes)
  refuseOther(text)

  const dialect = recogniseDialect(text, head.isWhole, options)
  const sample = sampleRowsOf(dialect, text, head.isWhole)
  const { headerRow, columns, skipped } = settleColumns(sample, options, source.limits)
  return {
    format: {
      kind: 'text',
      encoding,
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      gzip: source.gzip,
      sheet: undefined,
      sheets: [],
      headerRow,
    },
    columns,
    rows: (from = 1) => {
      const rows = readDelimitedRows(source, encoding, dialect, columns.length)
      return numberRows(rows, columns, source.limits, skipped, from)
    },
  }
}

function refuseOther(text: string): void {
  if (text.replaceAll('\ufeff', '').trim() === '') throw new TableError('empty-file')
  const found = looksBinary(text) ? 'binary' : recogniseOtherText(text)
  if (found) throw new TableError('not-a-table', { found })
}

/** The rows of the whole file, header included. A truncated file throws after its whole rows were given. */
async function* readDelimitedRows(source: ByteSource, encoding: string, dialect: Dialect, columns: number): AsyncGenerator<RawRow[]> {
  const decoder = decoderOf(encoding)
  const parser = new DelimitedParser(dialect, source.limits, columns)
  let suspicious = false
  for await (const bytes of readBytes(source)) {
    const text = decoder.write(bytes)
    // A row may have begun in an earlier chunk, so the suspicion stays until a row has ended.
    suspicious ||= hasBadCharacters(text)
    const rows = parser.push(text)
    if (suspicious) rows.forEach(markBadCharacters)
    if (rows.length > 0) suspicious = hasBadCharacters(text)
    yield rows
  }
  const rest = parser.push(decoder.end() ?? '').concat(parser.end())
  rest.forEach(markBadCharacters)
  yield rest
}

function hasBadCharacters(text: string): boolean {
  return text.includes('\u0000') || text.includes('\ufffd')
}

/** PostgreSQL cannot hold NUL, so it is taken out; letters that could not be decoded stay visible as �. */
function markBadCharacters(row: RawRow): void {
  row.cells.forEach((cell, column) => {
    if (cell.includes('\ufffd')) row.fault ??= { code: 'undecodable-text', column }
    if (!cell.includes('\u0000')) return
    row.fault ??= { code: 'nul-character', column }
    row.cells[column] = cell.replaceAll('\u0000', '')
  })
}
