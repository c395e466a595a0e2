/**
 * The number at a rank (from 1) of all that lie in some sorted arrays, as if they were one: found by halving the range of
 * whole numbers, so that nothing is merged. `rank` must be between 1 and how many there are.
 */
export function atRank(sorted: readonly Int32Array[], rank: number): number {
  let low = Math.min(...sorted.flatMap((numbers) => numbers[0] ?? []))
  let high = Math.max(...sorted.flatMap((numbers) => numbers.at(-1) ?? []))
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const upTo = sorted.reduce((sum, numbers) => sum + countUpTo(numbers, middle), 0)
    if (upTo >= rank) high = middle
    else low = middle + 1
  }
  return low
}

/** How many of the sorted numbers are at most so large. */
function countUpTo(numbers: Int32Array, most: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (numbers[middle]! <= most) from = middle + 1
    else to = middle
  }
  return from
}

/** A quantile, interpolated linearly as `percentile_cont` does; null of none. */
export function quantileOver(sorted: readonly Int32Array[], share: number): number | null {
  const n = sorted.reduce((sum, numbers) => sum + numbers.length, 0)
  if (n === 0) return null
  const place = share * (n - 1)
  const below = atRank(sorted, Math.floor(place) + 1)
  const above = atRank(sorted, Math.ceil(place) + 1)
  return below + (above - below) * (place - Math.floor(place))
}
