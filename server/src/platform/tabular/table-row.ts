/** What is wrong with one row. The row is still given, cut to the limits, and reading goes on with the next. */
export type RowProblem =
  | { code: 'wrong-column-count'; expected: number; found: number }
  | { code: 'cell-too-long'; column: string; limit: number }
  | { code: 'row-too-long'; limit: number }
  | { code: 'too-many-columns'; limit: number }
  | { code: 'unclosed-quote'; column: string }
  | { code: 'stray-quote'; column: string }
  | { code: 'undecodable-text'; column: string }
  | { code: 'nul-character'; column: string }
  | { code: 'formula-not-calculated'; column: string }

/** The codes of row problems, for those who store or count them. */
export type RowProblemCode = RowProblem['code']

/** A row of a table as it stands in the file. */
export interface TableRow {
  /** 1 for the first row under the header; blank lines are not counted. */
  number: number
  /** The line of the file, or row of the sheet, where it begins: what a person looks for in an editor. */
  line: number
  /** Text of each cell, not trimmed; as many as the columns, unless the problem says otherwise. */
  cells: string[]
  problem?: RowProblem
}

/** What a reader of rows found wrong, by column index; the table turns it into a RowProblem with the name. */
export interface RawFault {
  code: Exclude<RowProblemCode, 'wrong-column-count'>
  column: number
}

/** A row before it has a number and names. */
export interface RawRow {
  cells: string[]
  line: number
  fault?: RawFault | undefined
}
