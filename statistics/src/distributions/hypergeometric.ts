/**
 * P(X >= drawnMarked): of `total` things `marked` carry a mark and `drawn` are drawn at random; the chance that so many
 * of the drawn, or more, carry it. The one-sided exact test of Fisher.
 */
export function hypergeometricTail(drawnMarked: number, drawn: number, marked: number, total: number): number {
  const most = Math.min(drawn, marked)
  let sum = 0
  for (let count = Math.max(drawnMarked, drawn + marked - total, 0); count <= most; count++) {
    sum += Math.exp(logChoose(marked, count) + logChoose(total - marked, drawn - count) - logChoose(total, drawn))
  }
  return Math.min(1, sum)
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

const SMALL = [0]

/** Exact sums up to 255, Stirling's series beyond (error below 1e-16). */
function logFactorial(n: number): number {
  if (n < 256) {
    while (SMALL.length <= n) SMALL.push((SMALL.at(-1) ?? 0) + Math.log(SMALL.length))
    return SMALL[n] ?? 0
  }
  const inverse = 1 / n
  const series = inverse * (1 / 12 - inverse * inverse * (1 / 360 - (inverse * inverse) / 1260))
  return (n + 0.5) * Math.log(n) - n + 0.918_938_533_204_672_8 + series
}
