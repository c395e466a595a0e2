/**
 * Holm's step-down adjustment (1979): adjusted p-values in the order given. Calling those below alpha "found" keeps the
 * chance of one or more false findings among all below alpha.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1))
  const adjusted = Array.from<number>({ length: pValues.length })
  let largest = 0
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues[index] ?? 1) * (pValues.length - rank)))
    adjusted[index] = largest
  })
  return adjusted
}
