import { boxOf, contentOf, isBox, isPlain, newKey, unwrapKey, wrapKey } from './box.ts'
import type { Box } from './box.ts'
import { destroyKey, insertKeys, readKeys } from './subject-keys.queries.ts'
import type { Connection } from './subject-keys.queries.ts'

/**
 * Seals what is said of a subject (a customer's file, by its id) wherever it is kept outside the subject's own rows:
 * in the audit trail, the outbox, in what is kept to put things back. Destroying the key erases all of it at once.
 */
export interface Sealing {
  /** Fetches the keys of many subjects at once and makes those that are missing. */
  prepare: (subjectIds: readonly string[]) => Promise<void>
  /** Seals a value under the subject's key; null when that was destroyed: of an erased subject nothing is kept. */
  seal: (subjectId: string, value: unknown) => Promise<Box | null>
  /** The same value with every box in it opened. A box whose key is gone becomes null, and leaves a list. */
  open: <T>(value: T) => Promise<T>
  /** Destroys the subject's key for ever. */
  destroy: (subjectId: string) => Promise<void>
}

/** The sealing of one transaction; keys are read once in it. */
export function openSealing(tx: Connection, masterKey: Buffer, now: Date): Sealing {
  const known = new Map<string, Buffer | null>()
  const take = (stored: Awaited<ReturnType<typeof readKeys>>) => {
    for (const { of, wrapped } of stored) known.set(of, wrapped && unwrapKey(masterKey, of, wrapped))
  }
  const fetch = async (ids: readonly string[]): Promise<string[]> => {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id))
    if (unknown.length > 0) take(await readKeys(tx, unknown))
    return unknown.filter((id) => !known.has(id))
  }
  const prepare = async (ids: readonly string[]): Promise<void> => {
    // In one order always, so that two transactions do not wait for each other crosswise.
    const missing = (await fetch(ids)).toSorted()
    if (missing.length === 0) return
    await insertKeys(
      tx,
      missing.map((of) => ({ of, wrapped: wrapKey(masterKey, of, newKey()) })),
      now,
    )
    take(await readKeys(tx, missing))
  }
  return {
    prepare,
    seal: async (subjectId, value) => {
      await prepare([subjectId])
      const key = known.get(subjectId)
      return key ? boxOf(key, subjectId, value) : null
    },
    open: async (value) => {
      let result: unknown = value
      // What concerns two lies in a box within a box: it opens as long as both are there.
      for (let boxes = boxesIn(result); boxes.length > 0; boxes = boxesIn(result)) {
        await fetch(boxes.map(({ of }) => of))
        result = opened(result, known)
      }
      return result as typeof value
    },
    destroy: async (subjectId) => {
      await destroyKey(tx, subjectId, now)
      known.set(subjectId, null)
    },
  }
}

function boxesIn(value: unknown): Box[] {
  if (isBox(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(boxesIn)
  return isPlain(value) ? Object.values(value).flatMap(boxesIn) : []
}

function opened(value: unknown, keys: ReadonlyMap<string, Buffer | null>): unknown {
  if (isBox(value)) {
    const key = keys.get(value.of)
    return key ? contentOf(key, value) : null
  }
  if (Array.isArray(value)) return value.filter((item) => !isBox(item) || keys.get(item.of)).map((item) => opened(item, keys))
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, opened(part, keys)])) : value
}
