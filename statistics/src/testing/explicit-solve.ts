import { invertSymmetric } from '../dense/small-symmetric.ts'
import type { MixedModelInput } from '../mixed-model/types.ts'

/** The mixed model equations written out in full over all levels, without any of the package's shortcuts; for small data. */
export function explicitSolve({ y, X, p, factors, weights }: MixedModelInput, ratios: number[]) {
  const n = y.length
  const starts: number[] = []
  let order = 0
  for (const { levels } of factors) {
    starts.push(order)
    order += levels
  }
  const size = order + p
  const T = new Float64Array(n * size)
  factors.forEach((factor, k) => {
    for (let r = 0; r < n; r += 1) {
      const [from, to] = 'ptr' in factor ? [factor.ptr[r]!, factor.ptr[r + 1]!] : [r, r + 1]
      for (let at = from; at < to; at += 1) T[r * size + starts[k]! + factor.index[at]!]! += factor.load?.[at] ?? 1
    }
  })
  for (let r = 0; r < n; r += 1) for (let j = 0; j < p; j += 1) T[r * size + order + j] = X[r * p + j]!
  const M = new Float64Array(size * size)
  const right = new Float64Array(size)
  for (let r = 0; r < n; r += 1)
    for (let i = 0; i < size; i += 1) {
      const scaled = (weights?.[r] ?? 1) * T[r * size + i]!
      if (scaled === 0) continue
      right[i]! += scaled * y[r]!
      for (let j = 0; j < size; j += 1) M[i * size + j]! += scaled * T[r * size + j]!
    }
  factors.forEach(({ levels }, k) => {
    for (let level = 0; level < levels; level += 1) M[(starts[k]! + level) * (size + 1)]! += 1 / ratios[k]!
  })
  const multiply = (matrix: Float64Array, x: Float64Array): Float64Array =>
    x.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * size + j]! * value, 0))
  const inverse = invertSymmetric(M, size)!
  const solution = multiply(inverse, right)
  let penalised = 0
  factors.forEach(({ levels }, k) => {
    for (let level = 0; level < levels; level += 1) penalised += solution[starts[k]! + level]! ** 2 / ratios[k]!
  })
  const form = (r: number): number => {
    const row = T.subarray(r * size, (r + 1) * size)
    return multiply(inverse, row).reduce((sum, value, i) => sum + value * row[i]!, 0)
  }
  for (let r = 0; r < n; r += 1) {
    const fitted = solution.reduce((sum, value, i) => sum + value * T[r * size + i]!, 0)
    penalised += (weights?.[r] ?? 1) * (y[r]! - fitted) ** 2
  }
  return { solution, inverse, size, starts, order, sigma2: penalised / (n - p), form }
}
