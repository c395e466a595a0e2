import { numberRows } from '../number-rows.ts'
import { readBytes } from '../read-bytes.ts'
import type { ByteSource } from '../read-bytes.ts'
import { TableError } from '../table-error.ts'
import type { RawRow } from '../table-row.ts'
import type { Table, TableOptions } from '../table.ts'
import { decoderOf } from '../text/recognise-encoding.ts'
import { CardLines } from './card-lines.ts'
import type { CardLine } from './card-lines.ts'
import { cellsOf, columnsOf, noWidths, widen } from './card-columns.ts'
import type { Card } from './read-card.ts'
import { emptyCard, takeProperty } from './read-card.ts'

/** Whether a text is a file of vCards. */
export const looksLikeCards = (text: string): boolean => /^\ufeff?\s*BEGIN:VCARD\s*[\r\n]/iu.test(text.slice(0, 200))

/** A card may say so much and no more; nobody's does. */
const mostProperties = 2000

interface ReadCard {
  card: Card
  line: number
  isCut: boolean
}

/**
 * Opens a file of vCards (2.1, 3.0 and 4.0) as a table with a row for each card. It is gone through once to know how
 * many telephones and addresses a card has at the most; pictures and sounds are passed over.
 */
export async function openCards(source: ByteSource, encoding: string, options: Pick<TableOptions, 'signal'>): Promise<Table> {
  const widths = noWidths()
  try {
    for await (const { card } of readCards(source, encoding)) widen(widths, card)
  } catch (error) {
    // What stands before the break is still to be read.
    if (!(error instanceof TableError) || error.code !== 'truncated-file') throw error
  }
  options.signal?.throwIfAborted()
  const columns = columnsOf(widths)
  if (columns.length === 0) throw new TableError('empty-file')
  async function* rows(): AsyncGenerator<RawRow[]> {
    for await (const { card, line, isCut } of readCards(source, encoding)) {
      const cells = cellsOf(card, widths).map((cell) => cell.slice(0, source.limits.cellCharacters))
      const bad = cells.findIndex((cell) => cell.includes('\ufffd'))
      yield [
        {
          cells,
          line,
          fault: isCut ? { code: 'cell-too-long', column: 0 } : bad === -1 ? undefined : { code: 'undecodable-text', column: bad },
        },
      ]
    }
  }
  return {
    format: {
      kind: 'cards',
      encoding,
      delimiter: undefined,
      quote: undefined,
      gzip: source.gzip,
      sheet: undefined,
      sheets: [],
      headerRow: 0,
    },
    columns,
    rows: (from = 1) => numberRows(rows(), columns, source.limits, 0, from),
  }
}

/** Each card of the file. A card within a card (an AGENT of version 2.1), however deep, is passed over. */
async function* readCards(source: ByteSource, encoding: string): AsyncGenerator<ReadCard> {
  const decoder = decoderOf(encoding)
  const lines = new CardLines(source.limits.cellCharacters)
  const reader = new CardReader()
  for await (const bytes of readBytes(source)) {
    for (const line of lines.push(decoder.write(bytes))) {
      const done = reader.take(line)
      if (done) yield done
    }
  }
  for (const line of [...lines.push(decoder.end() ?? ''), ...lines.end()]) {
    const done = reader.take(line)
    if (done) yield done
  }
  if (reader.isWithin) throw new TableError('truncated-file')
}

class CardReader {
  #current: ReadCard | undefined
  #depth = 0
  #properties = 0
  #afterAgent = false

  get isWithin(): boolean {
    return this.#current !== undefined
  }

  /** The card that ends with this line, if one does. */
  take(line: CardLine): ReadCard | undefined {
    const isMark = (name: string) => line.name === name && line.value.trim().toUpperCase() === 'VCARD'
    if (isMark('BEGIN')) return this.#begin(line)
    if (isMark('END')) return this.#end()
    this.#afterAgent = line.name === 'AGENT'
    if (!this.#current || this.#depth > 0) return undefined
    this.#properties += 1
    if (line.isCut || this.#properties > mostProperties) this.#current.isCut = true
    else takeProperty(this.#current.card, line)
    return undefined
  }

  /** One that begins before the last has ended follows a forgotten end, unless it is somebody's agent. */
  #begin(line: CardLine): ReadCard | undefined {
    if (this.#current && (this.#afterAgent || this.#depth > 0)) {
      this.#depth += 1
      this.#afterAgent = false
      return undefined
    }
    const before = this.#current
    this.#current = { card: emptyCard(), line: line.line, isCut: false }
    this.#properties = 0
    return before
  }

  #end(): ReadCard | undefined {
    if (this.#depth > 0) {
      this.#depth -= 1
      return undefined
    }
    const done = this.#current
    this.#current = undefined
    return done
  }
}
