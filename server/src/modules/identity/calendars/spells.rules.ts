import type { WorkSpells } from './clock.types.ts'

/** The second of a moment; fractions are dropped at every moment alike, so that parts of a stretch add up to the whole. */
export function wholeSecond(moment: Date): number {
  const second = Math.floor(moment.getTime() / 1000)
  if (Number.isNaN(second)) throw new RangeError('not a moment in time')
  return second
}

/** Seconds of a stretch that lie in the spells. */
export function workedSeconds(spells: WorkSpells, from: number, to: number): number {
  return workedUntil(spells, to) - workedUntil(spells, from)
}

/** Seconds in the spells before a moment. */
export function workedUntil(spells: WorkSpells, second: number): number {
  const index = lastAtMost(spells.starts, second)
  if (index < 0) return 0
  return spells.before[index]! + Math.min(second, spells.ends[index]!) - spells.starts[index]!
}

/** Index of the last of the sorted numbers that is not above the limit; -1 when all are. */
export function lastAtMost(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
