import { foldForStorage, foldSpaced } from '@parvandeh/contract/persian'

const longestName = 300

/** A name as it is kept, and the key by which names are equal. */
export interface NamedKey {
  name: string
  key: string
}

/**
 * The name as it is kept and its folded key, or null when nothing readable is left of it. Spaces count:
 * `A 1 11` and `A 11 1` are two products. A name of marks only (`ء`) is its own key.
 */
export function readName(text: string): NamedKey | null {
  const name = foldForStorage(text).replaceAll(/\s+/gu, ' ').slice(0, longestName).trim()
  return name === '' ? null : { name, key: foldSpaced(name) || name }
}

/** Each different name once, the first spelling wins; in the order of keys, so that two imports at once cannot block each other. */
export function distinctNames(texts: readonly string[]): NamedKey[] {
  const byKey = new Map<string, NamedKey>()
  for (const text of texts) {
    const named = readName(text)
    if (named && !byKey.has(named.key)) byKey.set(named.key, named)
  }
  return [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** Turns ids by key into ids by the names as they were given; names of which nothing is left are absent. */
export function byGivenName(texts: readonly string[], ids: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>()
  for (const text of texts) {
    const id = ids.get(readName(text)?.key ?? '')
    if (id !== undefined) found.set(text, id)
  }
  return found
}
