/** Every reason for which a computation is refused. A reason that concerns one row names it. */
export type ErrorCode =
  | 'NON_FINITE_Y'
  | 'NON_FINITE_X'
  | 'RATING_RANGE'
  | 'BAD_WEIGHT'
  | 'BAD_SHARE'
  | 'BAD_EXPOSURE'
  | 'BAD_INDEX'
  | 'BAD_OPTION'
  | 'LENGTH'
  | 'TOO_FEW_ROWS'
  | 'RANK_DEFICIENT_X'
  | 'TERM_NOT_IDENTIFIED'
  | 'DEGENERATE_RESPONSE'
  | 'ABORTED'

/** A refusal: `code` for programs, `row` (from 0) where one row is at fault, `detail` with the figures at hand. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError'
  readonly code: ErrorCode
  readonly row?: number
  readonly detail: Record<string, unknown>

  constructor(code: ErrorCode, message: string, detail: Record<string, unknown> & { row?: number } = {}) {
    super(`${code}: ${message}`)
    const { row, ...rest } = detail
    this.code = code
    if (row !== undefined) this.row = row
    this.detail = rest
  }
}
