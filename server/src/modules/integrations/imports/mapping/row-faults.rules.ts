import type { RowProblem } from '../../../../platform/tabular/index.ts'
import type { MomentProblem } from './read-moment.rules.ts'

/** What a row can have wrong beside what its table finds. */
export type OwnFaultCode = MomentProblem | 'missing-value' | 'missing-customer' | 'removed-customer' | 'value-too-long' | 'before-report'

/** A fault that carries its sentences; `kept`: the row was taken all the same. */
export interface SaidFault {
  code: string
  column: string | null
  value: string
  fa: string
  en: string
  kept: boolean
}

/** What is wrong with a row, in one cell of it where it can be told. The value is cut: it is shown, not kept. */
export type RowFault =
  | { code: OwnFaultCode; column: string; value: string }
  | { code: RowProblem['code']; column: string | null; value: string; problem: RowProblem }
  | SaidFault

/** The longest name of a person, unit, customer, product or topic, and number of a request. */
export const longestName = 200

export const cutValue = (value: string): string => (value.length > 100 ? `${value.slice(0, 99).toWellFormed()}…` : value)

/** The table's own problem with a row, as a fault of the row. */
export function faultOfProblem(
  problem: RowProblem,
  columns: readonly string[],
  cells: readonly string[],
): RowFault & { problem: RowProblem } {
  const column = 'column' in problem ? problem.column : null
  const value = column === null ? '' : (cells[columns.indexOf(column)] ?? '')
  return { code: problem.code, column, value: cutValue(value), problem }
}
