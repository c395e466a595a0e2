import type { TableRow } from './table-row.ts'
import type { TableLimits } from './table-limits.ts'

/** How a table is written, as recognised or as told. */
export interface TableFormat {
  kind: 'text' | 'workbook' | 'cards'
  /** Of the text; undefined for a workbook. */
  encoding: string | undefined
  delimiter: string | undefined
  quote: string | undefined
  gzip: boolean
  /** The sheet being read; undefined for text. */
  sheet: string | undefined
  /** All sheets that hold cells, in the workbook's order. */
  sheets: string[]
  /** Which row holds the names, counting from 1 those that hold something; 0 when none does. */
  headerRow: number
}

/** Each that is given takes the place of the guess. */
export interface TableOptions {
  /** A name that iconv knows, such as 'utf-8', 'utf-16le', 'windows-1256'. */
  encoding?: string
  delimiter?: string
  quote?: string
  sheet?: string
  headerRow?: number
  limits?: Partial<TableLimits>
  signal?: AbortSignal
  /** Told, while a text is read, how many bytes of the file that took so far; a workbook is not read from end to end. */
  onRead?: (bytes: number) => void
}

/** A table that stands in a file. Nothing stays open between readings. */
export interface Table {
  format: TableFormat
  /** Unique names, in order. */
  columns: string[]
  /** The rows, one after another, from the row of this number on (1 when left out). May be called again. */
  rows(from?: number): AsyncIterable<TableRow>
}
