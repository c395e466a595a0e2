import { openTable } from './open-table.ts'
import { ColumnProfiler } from './profile-column.ts'
import type { ColumnProfile } from './profile-column.ts'
import type { TableFormat, TableOptions } from './table.ts'
import { TableError } from './table-error.ts'
import type { TableRow } from './table-row.ts'

/** What a person needs to see before mapping a file's columns. */
export interface TableSample {
  format: TableFormat
  columns: string[]
  /** The first rows, those with problems included. */
  rows: TableRow[]
  profile: ColumnProfile[]
  /** How many rows the profile was taken from. */
  profiledRows: number
  /** Set when the file breaks off before so many rows were read: the sample is what came before. */
  fault?: TableError
}

// More rows than are shown: a column that is empty or ambiguous in the first screenful often is not in the first
// thousands, and they cost a few hundredths of a second.
const leastProfiledRows = 5000

/** Reads the beginning of a table: how it is written, its first `n` rows, and what each column looks like. */
export async function sampleTable(path: string, options: TableOptions = {}, n = 200): Promise<TableSample> {
  const table = await openTable(path, options)
  const profilers = table.columns.map((column) => new ColumnProfiler(column))
  const rows: TableRow[] = []
  let profiledRows = 0
  let fault: TableError | undefined
  try {
    for await (const row of table.rows()) {
      if (rows.length < n) rows.push(row)
      if (!row.problem) {
        profilers.forEach((profiler, at) => profiler.add(row.cells[at] ?? ''))
        profiledRows++
      }
      if (row.number >= Math.max(n, leastProfiledRows)) break
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    fault = error
  }
  return {
    format: table.format,
    columns: table.columns,
    rows,
    profile: profilers.map((one) => one.profile()),
    profiledRows,
    ...(fault && { fault }),
  }
}
