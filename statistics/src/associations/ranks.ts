/** Mean ranks from 1, and the correction for ties: 1 - sum(t^3 - t) / (n^3 - n), 0 where all values are one. */
export function rankValues(values: Float64Array): { ranks: Float64Array; tieCorrection: number } {
  const n = values.length
  const order = Uint32Array.from({ length: n }, (_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks = new Float64Array(n)
  let ties = 0
  for (let start = 0; start < n;) {
    let end = start + 1
    while (end < n && values[order[end] ?? 0] === values[order[start] ?? 0]) end++
    for (let place = start; place < end; place++) ranks[order[place] ?? 0] = (start + end + 1) / 2
    const size = end - start
    ties += size ** 3 - size
    start = end
  }
  return { ranks, tieCorrection: n < 2 ? 0 : 1 - ties / (n ** 3 - n) }
}
