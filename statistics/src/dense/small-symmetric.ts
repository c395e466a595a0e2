import { lowerTriangle } from './small-triangle.ts'

/** Inverse of a small symmetric positive definite matrix of order n; undefined when it is not positive definite. */
export function invertSymmetric(matrix: Float64Array, n: number): Float64Array | undefined {
  const lower = matrix.slice()
  if (Number.isNaN(lowerTriangle(lower, 0, n, n))) return undefined
  const inverse = new Float64Array(n * n)
  for (let column = 0; column < n; column += 1) {
    const x = new Float64Array(n)
    x[column] = 1
    for (let i = 0; i < n; i += 1) {
      for (let t = 0; t < i; t += 1) x[i]! -= lower[i * n + t]! * x[t]!
      x[i]! /= lower[i * n + i]!
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      for (let t = i + 1; t < n; t += 1) x[i]! -= lower[t * n + i]! * x[t]!
      x[i]! /= lower[i * n + i]!
    }
    for (let i = 0; i < n; i += 1) inverse[i * n + column] = x[i]!
  }
  return inverse
}

/** A x for a square matrix of order n. */
export function multiplySmall(matrix: Float64Array, x: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n)
  for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) result[i]! += matrix[i * n + j]! * x[j]!
  return result
}
