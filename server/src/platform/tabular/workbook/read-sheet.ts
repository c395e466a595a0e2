import { readXml } from './read-xml.ts'
import type { XmlHandler } from './read-xml.ts'
import type { RawFault, RawRow } from '../table-row.ts'
import type { TableLimits } from '../table-limits.ts'
import { textOfNumber, unescapeWorkbookText } from './workbook-values.ts'
import type { NumberStyle } from './workbook-values.ts'

/** What a sheet's cells refer to. */
export interface WorkbookContext {
  texts: readonly string[]
  styles: readonly NumberStyle[]
  dates1904: boolean
}

/** The rows of a sheet that hold something, in batches; trailing empty cells are left out. */
export async function* readSheet(chunks: AsyncIterable<Buffer>, context: WorkbookContext, limits: TableLimits): AsyncGenerator<RawRow[]> {
  const reader = new SheetReader(context, limits)
  for await (const _ of readXml(chunks, reader)) {
    const rows = reader.takeRows()
    if (rows.length > 0) yield rows
  }
}

const plain: NumberStyle = { kind: 'plain', minDigits: 0 }

class SheetReader implements XmlHandler {
  readonly #context: WorkbookContext
  readonly #limits: TableLimits
  #rows: RawRow[] = []

  #line = 0
  #cells: string[] = []
  #characters = 0
  #fault: RawFault | undefined

  #column = -1
  #type = ''
  #style = 0
  #hasFormula = false
  #isValue = false
  #inReading = false
  #value = ''

  constructor(context: WorkbookContext, limits: TableLimits) {
    this.#context = context
    this.#limits = limits
  }

  takeRows(): RawRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.#startCell(attributes)
    else if (name === 'v' || (name === 't' && !this.#inReading)) this.#isValue = true
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'rPh') this.#inReading = true
    else if (name === 'row') this.#startRow(Number(attributes.r) || this.#line + 1)
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false
    else if (name === 'rPh') this.#inReading = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
  }

  text(text: string): void {
    if (!this.#isValue) return
    const room = this.#limits.cellCharacters + 1 - this.#value.length
    if (room > 0) this.#value += text.slice(0, room)
  }

  #startRow(line: number): void {
    this.#line = line
    this.#cells = []
    this.#characters = 0
    this.#fault = undefined
    this.#column = -1
  }

  #startCell(attributes: Record<string, string>): void {
    const named = columnOf(attributes.r ?? '')
    this.#column = named >= 0 ? named : this.#column + 1
    this.#type = attributes.t ?? 'n'
    this.#style = Number(attributes.s ?? 0)
    this.#hasFormula = false
    this.#value = ''
  }

  #endCell(): void {
    let text = this.#textOfCell()
    // An empty text is a result; an empty number is none, and some programs write just that.
    if (this.#hasFormula && this.#value === '' && this.#type !== 'str') this.#report('formula-not-calculated')
    if (text === '') return
    if (this.#column >= this.#limits.columns) {
      this.#report('too-many-columns')
      return
    }
    if (text.length > this.#limits.cellCharacters) {
      this.#report('cell-too-long')
      text = text.slice(0, this.#limits.cellCharacters)
    }
    if (this.#characters + text.length > this.#limits.rowCharacters) {
      this.#report('row-too-long')
      text = ''
    }
    this.#characters += text.length
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  #textOfCell(): string {
    const value = this.#value
    if (value === '') return ''
    switch (this.#type) {
      case 's':
        return this.#context.texts[Number(value)] ?? ''
      case 'str':
      case 'inlineStr':
        return unescapeWorkbookText(value)
      case 'b':
        return value.trim() === '1' ? 'true' : 'false'
      case 'd':
        return value.replace('T', ' ').replace(/Z$/, '')
      case 'e':
        return value
      default:
        return textOfNumber(value, this.#context.styles[this.#style] ?? plain, this.#context.dates1904)
    }
  }

  #endRow(): void {
    while (this.#cells.at(-1) === '') this.#cells.pop()
    if (this.#cells.length > 0 || this.#fault) this.#rows.push({ cells: this.#cells, line: this.#line, fault: this.#fault })
  }

  #report(code: RawFault['code']): void {
    this.#fault ??= { code, column: this.#column }
  }
}

/** The column's index in a cell's address: `C12` is 2; -1 when there is none. */
function columnOf(address: string): number {
  let column = 0
  for (let at = 0; at < address.length && at < 4; at++) {
    const letter = address.charCodeAt(at) | 0x20
    if (letter < 97 || letter > 122) break
    column = column * 26 + letter - 96
  }
  return column - 1
}
