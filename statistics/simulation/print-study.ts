import type { Bar } from './bars.ts'
import type { DeskSummary } from './desk-study.ts'
import type { MethodSummary } from './study.ts'

const share = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(3))

const COLUMNS: Array<[string, (one: MethodSummary) => string]> = [
  ['RMSE (se)', ({ rmse, rmseSe }) => `${rmse.toFixed(4)} (${rmseSe.toFixed(4)})`],
  ['cover', ({ coverage }) => share(coverage)],
  ['cover ends', ({ extremesCoverage }) => share(extremesCoverage)],
  ['Spearman', ({ spearman }) => share(spearman)],
  ['low list wrong', ({ bottomListNotBottomQuarter }) => share(bottomListNotBottomQuarter)],
  ['above mean', ({ bottomListAboveAverage }) => share(bottomListAboveAverage)],
  ['sig. low, not', ({ flaggedLowButNot }) => share(flaggedLowButNot)],
  ['power', ({ power }) => share(power)],
  ['flagged', ({ flagged }) => share(flagged)],
  ['suspects', ({ suspectBias }) => share(suspectBias)],
  ['delta', ({ delta }) => delta.map((one) => one.toFixed(3)).join(' ')],
]

/** What the columns mean, once above the tables. */
export const LEGEND = `RMSE, 95% coverage (all; true top and bottom tenth) and rank correlation with the truth.
low list wrong / above mean: of the lowest tenth by estimate, not truly of the lowest quarter / truly above average.
sig. low, not: of those significantly below average, truly not below; power: of the truly lowest tenth, found.
suspects: bias, in points, of those who play foul or are attacked, against the others.
`

/** One setting as a table of text. */
export function settingTable(name: string, summaries: ReadonlyMap<string, MethodSummary>): string {
  const lines = [...summaries].map(([method, summary]) => [method, ...COLUMNS.map(([, cell]) => cell(summary))])
  return `\n${name}\n${aligned([['method', ...COLUMNS.map(([title]) => title)], ...lines])}`
}

export function deskTable(name: string, desk: DeskSummary): string {
  const rows = Object.entries(desk).map(([figure, value]) => [figure, share(Number(value))])
  return `\n${name}\n${aligned(rows)}`
}

export const barLines = (bars: readonly Bar[]): string =>
  `\nBars\n${aligned(bars.map(({ text, value, holds }) => [holds ? 'met' : 'MISSED', text, value.toFixed(4)]))}`

function aligned(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
