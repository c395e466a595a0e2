/** What a table error knows beside its code; the sentences in tabular.messages.ts use it. */
export interface TableErrorDetails {
  /** What the file turned out to be: 'pdf', 'png', 'html', 'json', 'xls', 'binary' ... */
  found?: string
  /** The bound that was passed, in the unit its code names. */
  limit?: number
  /** The sheet that was asked for. */
  sheet?: string
  /** The sheets the workbook has. */
  sheets?: string[]
}

/**
 * Why a file cannot be read, or not further. Stable codes: saved imports and scripts hold them.
 * `truncated-file` and `damaged-file` may come after rows were given; the others come before the first row,
 * except `unpacks-too-large`, which can only be known on the way.
 */
export type TableErrorCode =
  | 'empty-file'
  | 'not-a-table'
  | 'password-protected'
  | 'old-workbook'
  | 'unsupported-workbook'
  | 'no-such-sheet'
  | 'unknown-encoding'
  | 'truncated-file'
  | 'damaged-file'
  | 'unpacks-too-large'
  | 'too-many-parts'
  | 'too-many-columns'
  | 'too-many-rows-for-sheet'

/** A file that cannot be read as a table, or a table that cannot be written. */
export class TableError extends Error {
  readonly code: TableErrorCode
  readonly details: TableErrorDetails

  constructor(code: TableErrorCode, details: TableErrorDetails = {}) {
    super(code)
    this.name = 'TableError'
    this.code = code
    this.details = details
  }
}
