import { chiSquaredTail, noncentralityAt } from '../distributions/chi-squared.ts'
import { EvaluationError } from '../errors.ts'

/** How far two namings of the same things go together. */
export interface TableAssociation {
  n: number
  statistic: number
  df: number
  p: number
  /** Cramér's V without what chance alone gives, 0 to 1, with its interval. */
  value: number
  low: number
  high: number
}

/**
 * A table of counts: Pearson's chi-squared, and Cramér's V from which the degrees of freedom are taken off,
 * sqrt(max(0, X2 - df) / (n min(rows - 1, columns - 1))), with the interval that comes of turning the noncentral
 * chi-squared around. Empty rows and columns are passed over.
 */
export function cramersV(table: readonly (readonly number[])[], confidence = 0.95): TableAssociation {
  if (table.some((row) => row.length !== table[0]?.length)) throw new EvaluationError('LENGTH', 'rows of a table differ in length')
  if (table.flat().some((count) => !Number.isInteger(count) || count < 0))
    throw new EvaluationError('NON_FINITE_X', 'a count that is no count')
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = (table[0] ?? []).map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const [r, c] = [rows.filter((sum) => sum > 0).length, columns.filter((sum) => sum > 0).length]
  if (r < 2 || c < 2) throw new EvaluationError('TOO_FEW_ROWS', 'fewer than two groups', { rows: r, columns: c })
  const n = rows.reduce((sum, count) => sum + count, 0)
  let statistic = 0
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / n
      if (expected > 0) statistic += (count - expected) ** 2 / expected
    }),
  )
  const df = (r - 1) * (c - 1)
  const vOf = (ncp: number) => Math.sqrt(Math.min(1, ncp / (n * Math.min(r - 1, c - 1))))
  return {
    n,
    statistic,
    df,
    p: chiSquaredTail(statistic, df),
    value: vOf(Math.max(0, statistic - df)),
    low: vOf(noncentralityAt((1 + confidence) / 2, statistic, df)),
    high: vOf(noncentralityAt((1 - confidence) / 2, statistic, df)),
  }
}
