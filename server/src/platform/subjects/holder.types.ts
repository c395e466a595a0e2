import type { Context } from '../context.ts'

/** Words on a certificate or a heading of a copy, in both languages. */
export interface Words {
  fa: string
  en: string
}

/** What became of one kind of rows when a customer was erased. `kept` says why the law or the books want it. */
export interface ErasedRows {
  what: Words
  count: number
  outcome: 'erased' | 'blanked' | 'kept'
  why?: Words
}

/** Contents of files that nobody may need any more, by SHA-256. */
export interface Erased {
  rows: ErasedRows[]
  contents?: string[]
}

/** A table of the readable copy: headings, and rows read as they are written. */
export interface CopiedTable {
  /** File name without an ending: `interactions`. */
  name: string
  title: Words
  columns: readonly { key: string; header: Words }[]
  rows: (context: Context) => AsyncIterable<Record<string, unknown>>
}

/** A stored content that belongs to the copy. */
export interface CopiedContent {
  /** Name of the file within the archive's folder of documents. */
  name: string
  sha256: string
}

/** What hangs on a file, told before it is deleted. `open`: somebody is still working on it. */
export interface Hanging {
  kind: string
  count: number
  open: boolean
}

/**
 * What a module keeps of a customer. Each module registers one at the composition root: whoever erases a person,
 * copies their data or asks what hangs on a file goes through all of them. `customerIds`: the file and those merged
 * into it.
 */
export interface SubjectHolder {
  module: string
  hanging?: (context: Context, customerIds: readonly string[]) => Promise<Hanging[]>
  /** Removes or blanks whatever says something of the person. Runs from the top floor down, in one transaction. */
  erase: (context: Context, customerIds: readonly string[]) => Promise<Erased>
  copy?: (context: Context, customerIds: readonly string[]) => Promise<{ tables: CopiedTable[]; contents?: AsyncIterable<CopiedContent> }>
}
