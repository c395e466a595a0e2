/**
 * Cholesky factor of a small symmetric matrix of order n in the heap, over its lower triangle; the upper one is zeroed.
 * Gives log|A|, NaN when A is not positive definite.
 */
export function lowerTriangle(heap: Float64Array, at: number, stride: number, n: number): number {
  let logDeterminant = 0
  for (let j = 0; j < n; j += 1) {
    const row = at + j * stride
    let pivot = heap[row + j]!
    for (let t = 0; t < j; t += 1) pivot -= heap[row + t]! ** 2
    if (!(pivot > 0)) return NaN
    logDeterminant += Math.log(pivot)
    const root = Math.sqrt(pivot)
    heap[row + j] = root
    heap.fill(0, row + j + 1, row + n)
    for (let i = j + 1; i < n; i += 1) {
      const other = at + i * stride
      let sum = heap[other + j]!
      for (let t = 0; t < j; t += 1) sum -= heap[other + t]! * heap[row + t]!
      heap[other + j] = sum / root
    }
  }
  return logDeterminant
}

/** Writes -L^-1 of a small lower triangle (zeros above) to another place of the heap. */
export function invertedTriangle(heap: Float64Array, at: number, stride: number, n: number, to: number, toStride: number): void {
  for (let i = 0; i < n; i += 1) {
    const row = at + i * stride
    const scale = 1 / heap[row + i]!
    for (let j = 0; j < n; j += 1) {
      let sum = i === j ? -1 : 0
      for (let t = j; t < i; t += 1) sum -= heap[row + t]! * heap[to + t * toStride + j]!
      heap[to + i * toStride + j] = j > i ? 0 : sum * scale
    }
  }
}
