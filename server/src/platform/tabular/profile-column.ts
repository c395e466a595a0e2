/** What the values of a column look like, by most of them. */
export type ColumnLook = 'empty' | 'integer' | 'number' | 'date' | 'phone' | 'text'

/** What is seen in a column of a sample. */
export interface ColumnProfile {
  column: string
  /** Share of rows whose cell is blank, 0 to 1. */
  shareEmpty: number
  /** Different values, counted up to 50: 50 means "50 or more". */
  distinct: number
  /** The most frequent values, at most ten, commonest first; among the first 50 different ones. */
  common: Array<{ value: string; count: number }>
  looksLike: ColumnLook
}

const mostDistinct = 50
const mostCommon = 10
const valueCharacters = 200

/** Collects the profile of one column, cell by cell. */
export class ColumnProfiler {
  readonly #column: string
  readonly #counts = new Map<string, number>()
  readonly #looks = new Map<ColumnLook, number>()
  #rows = 0
  #empty = 0

  constructor(column: string) {
    this.#column = column
  }

  add(cell: string): void {
    this.#rows++
    const value = cell.trim().slice(0, valueCharacters)
    if (value === '') {
      this.#empty++
      return
    }
    const look = lookOf(value)
    this.#looks.set(look, (this.#looks.get(look) ?? 0) + 1)
    const count = this.#counts.get(value)
    if (count !== undefined || this.#counts.size < mostDistinct) this.#counts.set(value, (count ?? 0) + 1)
  }

  profile(): ColumnProfile {
    const common = [...this.#counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count)
    return {
      column: this.#column,
      shareEmpty: this.#rows === 0 ? 0 : this.#empty / this.#rows,
      distinct: this.#counts.size,
      common: common.slice(0, mostCommon),
      looksLike: this.#look(),
    }
  }

  // Nine in ten must agree; a whole number is also a number.
  #look(): ColumnLook {
    const filled = this.#rows - this.#empty
    if (filled === 0) return 'empty'
    const share = (...looks: ColumnLook[]): number => looks.reduce((sum, look) => sum + (this.#looks.get(look) ?? 0), 0) / filled
    if (share('integer') >= 0.9) return 'integer'
    if (share('integer', 'number') >= 0.9) return 'number'
    if (share('date') >= 0.9) return 'date'
    return share('phone') >= 0.9 ? 'phone' : 'text'
  }
}

const date = /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}([T ،,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?(\s?[AP]M|Z)?)?$/i
const phone = /^(\+[1-9]\d{7,13}|00[1-9]\d{9,13}|0[1-9]\d{9})$/

function lookOf(value: string): ColumnLook {
  const text = value.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  if (date.test(text)) return 'date'
  if (phone.test(text.replace(/[\s()-]/g, ''))) return 'phone'
  if (/^[+-]?\d+$/.test(text)) return 'integer'
  return /^[+-]?(\d{1,3}([,٬]\d{3})+|\d+)?([./٫]\d+)?$/.test(text) && /\d/.test(text) ? 'number' : 'text'
}
