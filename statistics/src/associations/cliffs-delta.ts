/**
 * Cliff's delta of the second sample over the first, with the interval of Cliff (1996), which keeps within -1 and 1 and
 * leans towards 0: from the consistent variance of the mean of signs over all pairs.
 */
export function cliffsDelta(first: Float64Array, second: Float64Array, z: number): { value: number; low: number; high: number } {
  const [x, y] = [first.toSorted(), second.toSorted()]
  const [m, n] = [x.length, y.length]
  const ofX = x.map((value) => signsOver(y, value))
  const ofY = y.map((value) => -signsOver(x, value))
  // Signs are of y over x: of each x, how many more of y lie above it than below.
  const value = 0 - mean(ofX) / n
  let unequal = 0
  for (const one of x) unequal += n - equalTo(y, one)
  const spreadX = sumOfSquares(ofX, (one) => -one / n - value)
  const spreadY = sumOfSquares(ofY, (one) => -one / m - value)
  const pairs = unequal - m * n * value ** 2
  const variance = Math.max(0, (n ** 2 * spreadX + m ** 2 * spreadY - pairs) / (m * n * (m - 1) * (n - 1)))
  const reach = z * Math.sqrt(variance) * Math.sqrt((1 - value ** 2) ** 2 + z ** 2 * variance)
  const scale = 1 - value ** 2 + z ** 2 * variance
  if (scale === 0) return { value, low: value, high: value }
  const middle = value - value ** 3
  return { value, low: Math.max(-1, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}

/** How many of the sorted values lie below, less how many lie above. */
const signsOver = (sorted: Float64Array, value: number): number => below(sorted, value) - (sorted.length - notAbove(sorted, value))

const equalTo = (sorted: Float64Array, value: number): number => notAbove(sorted, value) - below(sorted, value)

const below = (sorted: Float64Array, value: number): number => place(sorted, (one) => one < value)
const notAbove = (sorted: Float64Array, value: number): number => place(sorted, (one) => one <= value)

function place(sorted: Float64Array, isBefore: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(sorted[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

const sumOfSquares = (values: Float64Array, of: (value: number) => number): number => values.reduce((sum, value) => sum + of(value) ** 2, 0)
