import { comparedFile } from './compared-file.rules.ts'
import type { ComparableFacts, ComparedFile } from './compared-file.rules.ts'
import { duplicateKeys } from './keys.ts'
import type { FoundPair } from './pairs.queries.ts'
import { plainClasses, readableFacts } from './readable-facts.rules.ts'
import { compareFiles } from './score.rules.ts'

/** A file ready to be compared; how it looks to one who may not read what is delicate is made when it is asked for. */
export interface ReadyFile {
  id: string
  whole: ComparedFile
  plain: () => ComparedFile
}

export function readyFile(id: string, facts: ComparableFacts): ReadyFile {
  let plain: ComparedFile | undefined
  return { id, whole: comparedFile(facts), plain: () => (plain ??= comparedFile(readableFacts(facts, plainClasses))) }
}

/** Two files as a pair, if they are at least this likely of one customer. */
export function pairOf(one: ReadyFile, other: ReadyFile, threshold: number): FoundPair | undefined {
  const { score, reasons } = compareFiles(one.whole, other.whole)
  if (score < threshold) return undefined
  const known = new Set(duplicateKeys(other.whole).evidence)
  const [a, b] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
  return {
    a,
    b,
    score,
    plainScore: compareFiles(one.plain(), other.plain()).score,
    reasons,
    sharedKeys: duplicateKeys(one.whole).evidence.filter((key) => known.has(key)),
  }
}
