import { sha256 } from './sha256.ts'
import type { OpinionRow } from './types.ts'

/** SHA-256 of the rows in the order of their ids, keys in order: the same data give the same hash however they came. */
export function hashOfOpinions(rows: readonly OpinionRow[]): string {
  const order = rows.map((row) => row).sort((a, b) => (a.id < b.id ? -1 : 1))
  return sha256(lines(order))
}

function* lines(rows: readonly OpinionRow[]): Generator<string> {
  for (const row of rows) {
    const exposure = row.exposure.toSorted((a, b) => (a.employee < b.employee ? -1 : 1))
    yield `${JSON.stringify({ ...row, exposure }, keysInOrder)}\n`
  }
}

function keysInOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
