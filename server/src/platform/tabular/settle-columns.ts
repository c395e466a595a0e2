import { nameColumns, recogniseHeaderRow, rowsBeforeData } from './recognise-header.ts'
import { TableError } from './table-error.ts'
import type { RawRow } from './table-row.ts'
import type { TableLimits } from './table-limits.ts'
import type { TableOptions } from './table.ts'
import { commonWidth } from './text/recognise-dialect.ts'

/** Decides from the first rows which is the header and what the columns are called; `skipped` rows come before the data. */
export function settleColumns(
  sample: readonly RawRow[],
  options: Pick<TableOptions, 'headerRow'>,
  limits: TableLimits,
  leastWidth = 1,
): { headerRow: number; columns: string[]; skipped: number } {
  const cells = sample.map((row) => row.cells)
  const headerRow = options.headerRow ?? recogniseHeaderRow(cells)
  const header = headerRow > 0 ? (cells[headerRow - 1] ?? []) : []
  const width = headerRow > 0 ? Math.max(header.length, leastWidth) : commonWidth(cells.map((row) => row.length))
  const isCut = sample[headerRow - 1]?.fault?.code === 'too-many-columns'
  if (isCut || width > limits.columns) throw new TableError('too-many-columns', { limit: limits.columns })
  return { headerRow, columns: nameColumns(header, width), skipped: rowsBeforeData(cells, headerRow) }
}
