import type { Context } from '../context.ts'
import type { SpeaksOf } from './exact-words.rules.ts'

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
  /** Finds, in what people wrote for other ends, the full names, numbers and codes that are theirs alone. */
  speaks: SpeaksOf
}

export interface Erased {
  rows: ErasedRows[]
  /** Contents of files, by SHA-256, that go unless somebody else needs them. */
  contents?: string[]
}

export interface CopiedColumn {
  key: string
  header: Words
  /** What a reader sees; left out, the value as it is kept. Machines get the row as it is kept. */
  read?: (row: Record<string, unknown>, locale: Context['locale']) => unknown
  /** The values are paths of fields, which whoever makes the copy knows the names of. */
  paths?: true
}

/** A table of the readable copy: headings, and rows read as they are written. */
export interface CopiedTable {
  /** File name without an ending: `interactions`. */
  name: string
  title: Words
  /** What is not told, and why. */
  note?: Words
  columns: readonly CopiedColumn[]
  rows: (context: Context) => AsyncIterable<Record<string, unknown>>
}

/** A stored content that belongs to the copy. */
export interface CopiedContent {
  /** Name of the file within the archive's folder of documents. */
  name: string
  sha256: string
}

/** How the lines that a module leaves on the timeline are called, and the codes that stand in their facts; in Persian. */
export interface LineWords {
  kinds: Readonly<Record<string, string>>
  facts: Readonly<Record<string, Readonly<Record<string, string>>>>
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
  lines?: LineWords
  copy?: (context: Context, customerIds: readonly string[]) => Promise<{ tables: CopiedTable[]; contents?: AsyncIterable<CopiedContent> }>
}
