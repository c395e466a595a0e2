import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import { AppError } from '../../../platform/failure.ts'
import { sampleTable, sentenceOfTableError, TableError } from '../../../platform/tabular/index.ts'
import type { TableSample } from '../../../platform/tabular/index.ts'
import type { ColumnSample } from './mapping/settle-formats.rules.ts'

const sampledRows = 1000

/** The head of an import's file. */
export async function sampleImport(blobs: BlobStore, sha256: string): Promise<TableSample> {
  try {
    return await sampleTable(blobs.pathOf(sha256), {}, sampledRows)
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    throw new AppError('table-unreadable', { problems: [{ field: 'file', code: error.code, message: sentenceOfTableError(error).fa }] })
  }
}

/** Values by column, for guesses. */
export const columnSamples = ({ columns, rows }: TableSample): ColumnSample[] =>
  columns.map((name, index) => ({ name, values: rows.flatMap((row) => (row.problem ? [] : [row.cells[index] ?? ''])) }))
