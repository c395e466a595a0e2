import type { RawRow, RowProblem, TableRow } from './table-row.ts'
import type { TableLimits } from './table-limits.ts'

/**
 * Gives rows their numbers and problems their columns' names; leaves out the first `skipped` rows (titles and
 * header) and those before number `from`.
 */
export async function* numberRows(
  batches: AsyncIterable<RawRow[]>,
  columns: readonly string[],
  limits: TableLimits,
  skipped: number,
  from: number,
): AsyncGenerator<TableRow> {
  let number = -skipped
  for await (const batch of batches) {
    for (const row of batch) {
      number++
      if (number >= from && number >= 1) yield asTableRow(row, number, columns, limits)
    }
  }
}

function asTableRow(row: RawRow, number: number, columns: readonly string[], limits: TableLimits): TableRow {
  const problem = problemOf(row, columns, limits)
  const { cells, line } = row
  return problem ? { number, line, cells, problem } : { number, line, cells }
}

function problemOf({ fault, cells }: RawRow, columns: readonly string[], limits: TableLimits): RowProblem | undefined {
  if (!fault) {
    if (cells.length === columns.length) return undefined
    return { code: 'wrong-column-count', expected: columns.length, found: cells.length }
  }
  const { code } = fault
  if (code === 'too-many-columns') return { code, limit: limits.columns }
  if (code === 'row-too-long') return { code, limit: limits.rowCharacters }
  const column = columns[fault.column] ?? `#${fault.column + 1}`
  return code === 'cell-too-long' ? { code, column, limit: limits.cellCharacters } : { code, column }
}
