import { DelimitedParser } from './parse-delimited.ts'
import type { Dialect } from './parse-delimited.ts'
import { defaultLimits } from '../table-limits.ts'
import type { RawRow } from '../table-row.ts'

const delimiters = [',', ';', '\t', '|', '،']
const quotes = ['"', "'", '']

// Enough for a judgement; more only costs time, since every pair of delimiter and quote is tried.
const sampleCharacters = 128 * 1024
const sampleRows = 500

/**
 * Guesses delimiter and quotation mark by trying each pair and seeing under which the lines agree on a number of
 * cells. What is given in `known` is kept. `whole` says that the text is the whole file.
 */
export function recogniseDialect(text: string, whole: boolean, known: Partial<Dialect> = {}): Dialect {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1]
  const delimiter = known.delimiter ?? declared
  const candidates = (delimiter ? [delimiter] : delimiters).flatMap((mark) =>
    (known.quote === undefined ? quotes : [known.quote]).map((quote) => ({ delimiter: mark, quote })),
  )
  let best = candidates[0]!
  let bestScore = -1
  for (const candidate of candidates) {
    const score = agreement(candidate, text, whole)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

/** The rows of a sample read under a dialect; a row that the sample's end cut is left out. */
export function sampleRowsOf(dialect: Dialect, text: string, whole: boolean): RawRow[] {
  const parser = new DelimitedParser(dialect, defaultLimits)
  const isCut = !whole || text.length > sampleCharacters
  const rows = parser.push(text.slice(0, sampleCharacters))
  if (!isCut || rows.length === 0) rows.push(...parser.end())
  return rows.slice(0, sampleRows)
}

/** The number of cells most rows have; of equally common numbers the greater. */
export function commonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 1
  for (const [width, count] of counts) {
    const bestCount = counts.get(best) ?? 0
    if (count > bestCount || (count === bestCount && width > best)) best = width
  }
  return best
}

// Agreement counts most; among equal, more columns (a comma inside dates or names agrees by chance, but on few).
// Marks that close in the middle of a cell, or never, speak against a quotation mark; so do marks of another kind
// that stand around cells.
function agreement(dialect: Dialect, text: string, whole: boolean): number {
  const rows = sampleRowsOf(dialect, text, whole)
  const width = commonWidth(rows.map((row) => row.cells.length))
  if (rows.length === 0 || width < 2) return 0
  const agreeing = rows.filter((row) => row.cells.length === width).length / rows.length
  const otherMarks = quotes.filter((quote) => quote !== '' && quote !== dialect.quote)
  const isFaulty = (row: RawRow): boolean => row.fault !== undefined || otherMarks.some((mark) => isQuotedBy(mark, row.cells))
  const faulty = rows.filter(isFaulty).length / rows.length
  if (agreeing < 0.5) return 0
  return agreeing ** 2 * (1 - faulty) * Math.log2(1 + Math.min(width, 64)) ** 0.5
}

/** A mark stands around a whole cell, or opens in one cell and closes in a later one. */
function isQuotedBy(mark: string, cells: readonly string[]): boolean {
  let isOpen = false
  for (const cell of cells) {
    const isOdd = cell.split(mark).length % 2 === 0
    if (!isOdd && cell.length > 1 && cell.startsWith(mark) && cell.endsWith(mark)) return true
    if (isOpen && isOdd && cell.endsWith(mark)) return true
    isOpen ||= isOdd && cell.startsWith(mark)
  }
  return false
}
