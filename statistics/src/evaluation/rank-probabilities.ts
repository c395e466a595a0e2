import type { RankStatement } from './types.ts'

/** Above so many levels the ranks are counted in classes, so that memory does not grow with the square. */
const CLASSES = 1000

/** Counts the ranks that draws give. */
export interface RankCounter {
  add(draw: Float64Array): void
  /** In the order of the levels. */
  statements(): RankStatement[]
}

/**
 * What joint draws say of ranks among `levels` (positions in a draw), 1 being the largest value. Expected rank (best
 * under squared error, Lin, Louis, Paddock and Ridgeway 2006), 95% interval (above 1,000 levels widened to whole
 * classes), chance of the top and the bottom quarter. A quarter is J/4 rounded, at least 1, so the chances of all sum to
 * exactly that number.
 */
export function rankCounter(levels: readonly number[]): RankCounter {
  const size = levels.length
  const quarter = Math.max(1, Math.round(size / 4))
  const width = Math.ceil(size / CLASSES)
  const classes = Math.ceil(size / width)
  const counts = new Uint32Array(size * classes)
  const [rankSum, top, bottom] = [new Float64Array(size), new Uint32Array(size), new Uint32Array(size)]
  const order = levels.map((_, at) => at)
  let draws = 0
  const add = (draw: Float64Array): void => {
    draws += 1
    order.sort((a, b) => draw[levels[b]!]! - draw[levels[a]!]!)
    order.forEach((level, rank) => {
      counts[level * classes + Math.floor(rank / width)]! += 1
      rankSum[level]! += rank + 1
      if (rank < quarter) top[level]! += 1
      if (rank >= size - quarter) bottom[level]! += 1
    })
  }
  const describe = (level: number): RankStatement => {
    const own = counts.subarray(level * classes, (level + 1) * classes)
    return {
      expected: rankSum[level]! / draws,
      interval95: [classAt(own, 0.025 * draws) * width + 1, Math.min(size, (classAt(own, 0.975 * draws) + 1) * width)],
      pTopQuarter: top[level]! / draws,
      pBottomQuarter: bottom[level]! / draws,
    }
  }
  return { add, statements: () => levels.map((_, level) => describe(level)) }
}

/** The first class up to which at least so many draws lie. */
function classAt(counts: Uint32Array, draws: number): number {
  let sum = 0
  return counts.findIndex((count) => (sum += count) >= draws)
}
