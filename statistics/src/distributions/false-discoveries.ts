/**
 * The adjustment of Benjamini and Hochberg (1995): for each p-value, in the order given, the least share of false findings
 * at which it is still among the findings. Calling those below q "found" keeps that share below q on average, for tests
 * that are independent or depend on each other positively.
 */
export function falseDiscoveryRates(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[b] ?? 1) - (pValues[a] ?? 1))
  const adjusted = Array.from<number>({ length: pValues.length })
  let least = 1
  order.forEach((index, rank) => {
    least = Math.min(least, ((pValues[index] ?? 1) * pValues.length) / (pValues.length - rank))
    adjusted[index] = least
  })
  return adjusted
}
