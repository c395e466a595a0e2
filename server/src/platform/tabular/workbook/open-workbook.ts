import type { ByteSource } from '../read-bytes.ts'
import { numberRows } from '../number-rows.ts'
import { commonWidth } from '../text/recognise-dialect.ts'
import { readSheet } from './read-sheet.ts'
import type { WorkbookContext } from './read-sheet.ts'
import { readRelations, readSharedTexts, readStyles, readWorkbook } from './read-workbook-parts.ts'
import { readZipDirectory, readZipPart } from './read-zip.ts'
import type { ZipPart } from './read-zip.ts'
import { settleColumns } from '../settle-columns.ts'
import type { Table, TableOptions } from '../table.ts'
import { TableError } from '../table-error.ts'
import type { RawRow } from '../table-row.ts'

interface Workbook {
  sheets: Array<{ name: string; part: string; isHidden: boolean }>
  context: WorkbookContext
  /** The content of a part; nothing when the workbook has no such part. */
  read(part: string, mostBytes?: number): AsyncIterable<Buffer>
}

const sampleRows = 200

/** Opens a sheet of a workbook: the one named, or the first that is not hidden. */
export async function openWorkbook(source: ByteSource, options: TableOptions): Promise<Table> {
  const workbook = await readParts(source)
  const names = workbook.sheets.map((sheet) => sheet.name)
  const sheet = chooseSheet(workbook, options.sheet)
  const read = (): AsyncGenerator<RawRow[]> => readSheet(workbook.read(sheet.part), workbook.context, source.limits)

  const sample = await firstRows(read())
  if (sample.length === 0) throw new TableError('empty-file')
  const width = Math.min(source.limits.columns, commonWidth(sample.map((row) => row.cells.length)))
  const { headerRow, columns, skipped } = settleColumns(sample, options, source.limits, width)
  return {
    format: {
      kind: 'workbook',
      encoding: undefined,
      delimiter: undefined,
      quote: undefined,
      gzip: false,
      sheet: sheet.name,
      sheets: names,
      headerRow,
    },
    columns,
    rows: (from = 1) => numberRows(fillRows(read(), columns.length), columns, source.limits, skipped, from),
  }
}

async function readParts(source: ByteSource): Promise<Workbook> {
  const parts = await readZipDirectory(source.path, source.limits.workbookParts)
  const read = (name: string, mostBytes?: number): AsyncIterable<Buffer> => readPart(source, parts.get(name), mostBytes)
  const roots = await readRelations(read('_rels/.rels'), '')
  const main = [...roots.values()].find((relation) => relation.type === 'officeDocument')?.target
  if (!main?.endsWith('.xml') || !parts.has(main)) throw new TableError('unsupported-workbook')

  const folder = main.slice(0, main.lastIndexOf('/'))
  const relations = await readRelations(read(`${folder}/_rels/${main.slice(folder.length + 1)}.rels`), folder)
  const { sheets, dates1904 } = await readWorkbook(read(main))
  const partOf = (type: string): string => [...relations.values()].find((one) => one.type === type)?.target ?? ''
  const texts = await readSharedTexts(read(partOf('sharedStrings'), source.limits.sharedTextBytes), source.limits.cellCharacters)
  const styles = await readStyles(read(partOf('styles')))
  return {
    sheets: sheets.flatMap(({ name, relation, isHidden }) => {
      const target = relations.get(relation)
      return target?.type === 'worksheet' && parts.has(target.target) ? [{ name, isHidden, part: target.target }] : []
    }),
    context: { texts, styles, dates1904 },
    read,
  }
}

async function* readPart(source: ByteSource, part: ZipPart | undefined, mostBytes = Infinity): AsyncGenerator<Buffer> {
  if (!part) return
  const unpackedBytes = Math.min(mostBytes, source.limits.unpackedBytes)
  yield* readZipPart(source.path, part, { ...source.limits, unpackedBytes }, source.signal)
}

function chooseSheet({ sheets }: Workbook, wanted: string | undefined): { name: string; part: string } {
  const sheet = wanted === undefined ? (sheets.find((one) => !one.isHidden) ?? sheets[0]) : sheets.find((one) => one.name === wanted)
  if (sheet) return sheet
  if (wanted === undefined) throw new TableError('unsupported-workbook')
  throw new TableError('no-such-sheet', { sheet: wanted, sheets: sheets.map((one) => one.name) })
}

async function firstRows(batches: AsyncGenerator<RawRow[]>): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const batch of batches) {
    rows.push(...batch)
    if (rows.length >= sampleRows) break
  }
  return rows.slice(0, sampleRows)
}

/** A sheet does not store trailing empty cells: short rows are whole. */
async function* fillRows(batches: AsyncGenerator<RawRow[]>, columns: number): AsyncGenerator<RawRow[]> {
  for await (const batch of batches) {
    for (const { cells } of batch) while (cells.length < columns) cells.push('')
    yield batch
  }
}
