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

/** Who is erased: the file and those merged into it, and the words by which their values are known where no id stands beside them. */
export interface ErasedSubject {
  customerIds: readonly string[]
  words: readonly string[]
}

export interface Erased {
  rows: ErasedRows[]
  /** Contents of files, by SHA-256, that go unless somebody else needs them. */
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

/** What hangs on a file, told before it is removed: how many that the actor sees. `open`: somebody is still working on them. */
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
  /** On which of these files somebody is still working, in sight of the actor or not. */
  atWork?: (context: Context, customerIds: readonly string[]) => Promise<string[]>
  /** Removes or blanks whatever says something of the person. Runs from the top floor down, in one transaction. */
  erase: (context: Context, subject: ErasedSubject) => Promise<Erased>
  /** Which of these contents rows of this module still name. */
  needs?: (context: Context, contents: readonly string[]) => Promise<string[]>
  copy?: (context: Context, customerIds: readonly string[]) => Promise<{ tables: CopiedTable[]; contents?: AsyncIterable<CopiedContent> }>
}
