import { RowAssembler } from './assemble-row.ts'
import { looksLikeRows } from './forgotten-quote.ts'
import type { RawRow } from '../table-row.ts'
import type { TableLimits } from '../table-limits.ts'

/** How a text table is written. `quote` is empty when quotation marks are ordinary letters. */
export interface Dialect {
  delimiter: string
  quote: string
}

const lineFeed = 10
const carriageReturn = 13
const space = 32

// Where the reader stands: before a cell's first letter, in a bare cell, in quotes, past a quote in quotes
// (which ends the cell or is the first half of a doubled one), or past blanks after it.
const cellStart = 0
const bare = 1
const quoted = 2
const pastQuote = 3
const closed = 4

// Each opened quote may make the reader go back once; a hostile file may not make it do so without end.
const mostReturns = 1000

/**
 * Cuts text into rows, chunk by chunk, keeping no more than one row within the limits: longer cells are cut and
 * their rest is passed over. The result does not depend on where chunks end.
 *
 * A quote that is opened and not properly closed within a cell's limit, or by the end, is taken as forgotten if
 * the lines after it look like rows (`expectedColumns` cells each): its row ends at its line and reading resumes on
 * the next, so that one forgotten mark does not swallow the file.
 */
export class DelimitedParser {
  readonly #delimiter: number
  readonly #quote: string
  readonly #quoteCode: number
  readonly #cellLimit: number
  readonly #expectedColumns: number
  readonly #row: RowAssembler

  #text = ''
  #at = 0
  #state = cellStart
  #afterReturn = false
  #line = 1

  // The raw text since the quote was opened: what earlier chunks held of it, and where it goes on in this one.
  #held = ''
  #heldFrom = 0
  #holding = false
  #quoteLine = 1
  #returns = 0

  /** @param expectedColumns 0 when not known: then no quote is taken as forgotten. */
  constructor(dialect: Dialect, limits: TableLimits, expectedColumns = 0) {
    this.#delimiter = dialect.delimiter.charCodeAt(0)
    this.#quote = dialect.quote
    this.#quoteCode = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0)
    this.#cellLimit = limits.cellCharacters
    this.#expectedColumns = expectedColumns
    this.#row = new RowAssembler(limits)
  }

  /** Reads a chunk and gives the rows that ended in it. */
  push(chunk: string): RawRow[] {
    this.#text = chunk
    this.#at = 0
    this.#heldFrom = 0
    this.#run()
    return this.#row.takeRows()
  }

  /** Gives what is left when the text has ended. */
  end(): RawRow[] {
    while (this.#state === quoted) {
      if (this.#holding && this.#looksForgotten(this.#held)) {
        this.#goBack(this.#held)
        this.#run()
      } else {
        this.#row.report('unclosed-quote')
        this.#state = pastQuote
      }
    }
    if (!this.#isBlankLine()) this.#endRow()
    return this.#row.takeRows()
  }

  #run(): void {
    while (this.#at < this.#text.length) {
      if (this.#state === quoted) this.#readQuoted()
      else if (this.#state >= pastQuote) this.#readPastQuote()
      else this.#readBare()
    }
    if (this.#holding) this.#held += this.#text.slice(this.#heldFrom)
  }

  #readBare(): void {
    const text = this.#text
    const from = this.#at
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === this.#delimiter || code === lineFeed || code === carriageReturn) break
      if (this.#state === bare) continue
      if (code === this.#quoteCode) {
        this.#openQuote(at + 1)
        return
      }
      if (code !== space) this.#state = bare
    }
    if (at > from) {
      this.#row.append(text, from, at)
      this.#afterReturn = false
    }
    this.#at = at
    if (at < text.length) this.#readSeparator(text.charCodeAt(at))
  }

  #openQuote(at: number): void {
    this.#row.clearCell()
    this.#state = quoted
    this.#at = at
    this.#held = ''
    this.#heldFrom = at
    this.#holding = true
    this.#quoteLine = this.#line
    this.#afterReturn = false
  }

  #readQuoted(): void {
    const stop = this.#text.indexOf(this.#quote, this.#at)
    const until = stop === -1 ? this.#text.length : stop
    if (this.#holding && this.#held.length + until - this.#heldFrom >= this.#cellLimit) {
      const missing = this.#cellLimit - this.#held.length
      if (this.#looksForgotten(this.#held + this.#text.slice(this.#heldFrom, this.#heldFrom + missing))) {
        this.#goBack(this.#held + this.#text.slice(this.#heldFrom))
        return
      }
      this.#letGo()
    }
    this.#countLines(this.#at, until)
    this.#row.append(this.#text, this.#at, until)
    this.#at = until
    if (stop !== -1) {
      this.#at++
      this.#state = pastQuote
    }
  }

  #readPastQuote(): void {
    const code = this.#text.charCodeAt(this.#at)
    if (code === this.#quoteCode && this.#state === pastQuote) {
      this.#row.append(this.#text, this.#at, this.#at + 1)
      this.#at++
      this.#state = quoted
    } else if (code === this.#delimiter || code === lineFeed || code === carriageReturn) {
      this.#readSeparator(code)
    } else if (code === space) {
      this.#at++
      this.#state = closed
    } else {
      this.#readStray()
    }
  }

  // The mark that seemed to close the cell may be the one that opens the next quoted cell, many lines on.
  #readStray(): void {
    if (this.#holding && this.#looksForgotten(this.#held + this.#text.slice(this.#heldFrom, this.#at))) {
      this.#goBack(this.#held + this.#text.slice(this.#heldFrom))
      return
    }
    this.#row.report('stray-quote')
    this.#letGo()
    this.#state = bare
  }

  #readSeparator(code: number): void {
    this.#at++
    if (code === this.#delimiter) {
      this.#row.endCell()
      this.#startCell()
      return
    }
    const blank = this.#isBlankLine()
    const secondHalf = code === lineFeed && this.#afterReturn && blank
    if (secondHalf) {
      this.#afterReturn = false
      return
    }
    this.#line++
    if (blank) this.#row.startRow(this.#line)
    else this.#endRow()
    this.#afterReturn = code === carriageReturn
  }

  // A quoted cell makes a row even when it is empty: that is how an empty cell of a one-column table is written.
  #isBlankLine(): boolean {
    return this.#state <= bare && this.#row.isBlank()
  }

  #endRow(): void {
    this.#row.endRow(this.#line)
    this.#startCell()
  }

  #startCell(): void {
    this.#letGo()
    this.#afterReturn = false
    this.#state = cellStart
  }

  #letGo(): void {
    this.#holding = false
    this.#held = ''
  }

  #countLines(from: number, to: number): void {
    const piece = this.#text.slice(from, to)
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) this.#line++
  }

  // Exactly the same letters are judged whatever the chunks were. In a table of one column every line is a row.
  #looksForgotten(raw: string): boolean {
    if (this.#expectedColumns < 2 || this.#returns >= mostReturns) return false
    return looksLikeRows(raw, String.fromCharCode(this.#delimiter), this.#expectedColumns)
  }

  /** Ends the row at the line where the quote was opened, and reads what follows again. */
  #goBack(raw: string): void {
    this.#returns++
    const lineEnd = raw.search(/[\r\n]/)
    this.#line = this.#quoteLine
    this.#row.report('unclosed-quote')
    this.#row.clearCell()
    this.#row.append(raw, 0, lineEnd)
    this.#text = raw
    this.#at = lineEnd
    this.#state = pastQuote
  }
}
