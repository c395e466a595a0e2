import type { Context } from '../../../platform/context.ts'
import { readComparable } from './comparable.queries.ts'
import { comparedFile } from './compared-file.rules.ts'
import { duplicateKeys } from './keys.ts'
import { readByKeys } from './keys.queries.ts'
import { closeUnlike, storePairs } from './pairs.queries.ts'
import type { FoundPair } from './pairs.queries.ts'
import { pairOf, readyFile } from './pair-of.ts'
import type { ReadyFile } from './pair-of.ts'
import { readSettings } from './settings.queries.ts'

/** What comparing came to. */
export interface Compared {
  compared: number
  found: readonly FoundPair[]
}

const atOnce = 1000

/**
 * Compares pairs of files and keeps those that look like one customer's. Pairs name files by their ids, the lesser first.
 * Each file is read and made ready once, in however many pairs it is.
 */
export async function comparePairs(context: Context, pairs: readonly (readonly [string, string])[]): Promise<Compared> {
  const { threshold } = await readSettings(context)
  const ready = new Map<string, ReadyFile>()
  for (const ids of inParts([...new Set(pairs.flat())]))
    for (const [id, facts] of await readComparable(context, ids)) ready.set(id, readyFile(id, facts))
  const found = pairs.flatMap(([a, b]) => {
    const [one, other] = [ready.get(a), ready.get(b)]
    return (one && other && pairOf(one, other, threshold)) ?? []
  })
  for (const some of inParts(found)) await storePairs(context, some)
  return { compared: pairs.length, found }
}

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) => all.slice(part * atOnce, (part + 1) * atOnce))

/** Compares these files with all that share a key with them; pairs of theirs that are no longer alike are closed. */
export async function compareWithAll(context: Context, ids: readonly string[]): Promise<Compared> {
  const own = await readComparable(context, ids)
  const keysOf = new Map([...own].map(([id, facts]) => [id, duplicateKeys(comparedFile(facts)).all]))
  const byKey = await readByKeys(context, [...keysOf.values()].flat())
  const pairs = new Map<string, readonly [string, string]>()
  for (const [id, keys] of keysOf) {
    for (const other of new Set(keys.flatMap((key) => byKey.get(key) ?? []))) {
      if (other === id) continue
      const pair = id < other ? ([id, other] as const) : ([other, id] as const)
      pairs.set(pair.join(' '), pair)
    }
  }
  const compared = await comparePairs(context, [...pairs.values()])
  await closeUnlike(context, ids, compared.found)
  return compared
}
