import { sha256 } from './sha256.ts'
import type { OpinionRow } from './types.ts'

/** SHA-256 of the rows in the order of their ids, keys in order: the same data give the same hash however they came. */
export function hashOfOpinions(rows: readonly OpinionRow[]): string {
  const order = rows.map((row) => row).sort((a, b) => (a.id < b.id ? -1 : 1))
  return sha256(lines(order))
}

function* lines(rows: readonly OpinionRow[]): Generator<string> {
  for (const { exposure, caseMix, groups = {}, ...row } of rows) {
    const shares = exposure.map(({ employee, share }) => [employee, share] as const)
    yield `${JSON.stringify([inOrder(Object.entries(row)), inOrder(shares), inOrder(Object.entries(caseMix)), inOrder(Object.entries(groups))])}\n`
  }
}

/** Pairs by their names; what is undefined counts as not given. */
const inOrder = (pairs: ReadonlyArray<readonly [string, unknown]>) =>
  pairs.filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
