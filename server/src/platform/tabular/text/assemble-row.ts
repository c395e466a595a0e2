import type { RawFault, RawRow } from '../table-row.ts'
import type { TableLimits } from '../table-limits.ts'

/** Puts rows together out of pieces of text, and cuts what passes the limits. */
export class RowAssembler {
  readonly #limits: Pick<TableLimits, 'cellCharacters' | 'rowCharacters' | 'columns'>
  #rows: RawRow[] = []
  #cells: string[] = []
  #cell = ''
  #characters = 0
  #fault: RawFault | undefined
  #line = 1

  constructor(limits: Pick<TableLimits, 'cellCharacters' | 'rowCharacters' | 'columns'>) {
    this.#limits = limits
  }

  /** True while the row has had nothing but blanks. */
  isBlank(): boolean {
    return this.#cells.length === 0 && this.#cell.trim() === ''
  }

  /** The line where the row begins. */
  line(): number {
    return this.#line
  }

  append(text: string, from: number, to: number): void {
    const roomInCell = this.#limits.cellCharacters - this.#cell.length
    const roomInRow = Math.max(0, this.#limits.rowCharacters - this.#characters - this.#cell.length)
    const room = Math.min(roomInCell, roomInRow)
    const tooLong = to - from > room
    if (tooLong) this.report(roomInCell <= roomInRow ? 'cell-too-long' : 'row-too-long')
    const piece = text.slice(from, tooLong ? from + room : to)
    this.#cell = this.#cell === '' ? piece : this.#cell + piece
  }

  /** Forgets what the cell held: blanks before a quote, or text that will be read again. */
  clearCell(): void {
    this.#cell = ''
  }

  endCell(): void {
    if (this.#cells.length < this.#limits.columns) {
      this.#cells.push(this.#cell)
      this.#characters += this.#cell.length
    } else {
      this.report('too-many-columns')
    }
    this.#cell = ''
  }

  endRow(nextLine: number): void {
    this.endCell()
    this.#rows.push({ cells: this.#cells, line: this.#line, fault: this.#fault })
    this.startRow(nextLine)
  }

  startRow(line: number): void {
    this.#cells = []
    this.#cell = ''
    this.#characters = 0
    this.#fault = undefined
    this.#line = line
  }

  /** The first fault of a row is the cause; those after it follow from it. */
  report(code: RawFault['code']): void {
    this.#fault ??= { code, column: this.#cells.length }
  }

  takeRows(): RawRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }
}
