import { commonWidth } from './text/recognise-dialect.ts'

const titleRows = 20

/**
 * Guesses which row holds the names of columns, counting from 1; 0 when the table seems to have none.
 * Titles above a table fill few cells, so the header is the first row that is at least half full.
 */
export function recogniseHeaderRow(rows: ReadonlyArray<readonly string[]>): number {
  const first = /^sep=.?$/i.test(rows[0]?.[0] ?? '') ? 1 : 0
  const body = rows.slice(first)
  const width = commonWidth(body.map((cells) => cells.length))
  const found = body.slice(0, titleRows).findIndex((cells) => filled(cells) * 2 >= width)
  const header = Math.max(0, found)
  const names = body[header]
  if (!names || looksLikeData(names, body.slice(header + 1))) return 0
  return first + header + 1
}

/** How many rows at the top are no data when there is no header: Excel's `sep=` line. */
export function rowsBeforeData(rows: ReadonlyArray<readonly string[]>, headerRow: number): number {
  if (headerRow > 0) return headerRow
  return /^sep=.?$/i.test(rows[0]?.[0] ?? '') ? 1 : 0
}

/**
 * Unique names of columns: a repeated name gets ' (2)', ' (3)'; an empty one its position, '#4'.
 * Names beyond those of the header are by position too, up to `width`.
 */
export function nameColumns(header: readonly string[], width = header.length): string[] {
  const plain = Array.from({ length: width }, (_, at) => {
    const name = (header[at] ?? '').replace(/[\s\p{Cc}\ufeff]+/gu, ' ').trim()
    return name === '' ? `#${at + 1}` : name.slice(0, 200)
  })
  const taken = new Set<string>()
  const meant = new Set(plain)
  return plain.map((name) => {
    let unique = name
    for (let n = 2; taken.has(unique) || (unique !== name && meant.has(unique)); n++) unique = `${name} (${n})`
    taken.add(unique)
    return unique
  })
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

// A header names things; numbers and dates stand under it. A first row with values in most of the places where
// the other rows have values is one of them.
function looksLikeData(names: readonly string[], body: ReadonlyArray<readonly string[]>): boolean {
  const valueColumns = names.map((_, at) => isMostly(body.slice(0, 50), (cells) => isValue(cells[at] ?? '')))
  const columns = valueColumns.filter(Boolean).length
  const values = names.filter((name, at) => valueColumns[at] && isValue(name)).length
  return columns > 0 && values * 2 > columns
}

function isMostly<T>(items: readonly T[], test: (item: T) => boolean): boolean {
  return items.length > 0 && items.filter(test).length * 2 > items.length
}

/** A number, date, time or phone: digits make up most of it. */
function isValue(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  return digits > 0 && digits * 2 > text.replace(/\s/g, '').length
}
