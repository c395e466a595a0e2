import type { Kernel } from './kernel.ts'

/** The kernel in plain JavaScript: where there is no WebAssembly SIMD, and as the oracle of the other one. */
export function jsKernel(doubles: number): Kernel {
  const heap = new Float64Array(doubles)
  return {
    name: 'js',
    heap,
    subtractProduct(c, cStride, a, aStride, b, bStride, m, n, k) {
      let i = 0
      for (; i + 4 <= m; i += 4) {
        let j = 0
        for (; j + 2 <= n; j += 2) subtractTile(heap, c + i * cStride + j, cStride, a + i * aStride, aStride, b + j * bStride, bStride, k)
        for (; j < n; j += 1)
          for (let s = i; s < i + 4; s += 1) heap[c + s * cStride + j]! -= dot(heap, a + s * aStride, b + j * bStride, k)
      }
      for (; i < m; i += 1) for (let j = 0; j < n; j += 1) heap[c + i * cStride + j]! -= dot(heap, a + i * aStride, b + j * bStride, k)
    },
  }
}

/** Four rows of A against two rows of B: eight sums in registers for every six loads. */
function subtractTile(
  heap: Float64Array,
  c: number,
  cStride: number,
  a: number,
  aStride: number,
  b: number,
  bStride: number,
  k: number,
): void {
  let [s00, s01, s10, s11, s20, s21, s30, s31] = [0, 0, 0, 0, 0, 0, 0, 0]
  let [a0, a1, a2, a3] = [a, a + aStride, a + 2 * aStride, a + 3 * aStride]
  let b1 = b + bStride
  for (let b0 = b, end = b + k; b0 < end; b0 += 1) {
    const left = heap[b0]!
    const right = heap[b1++]!
    const x0 = heap[a0++]!
    const x1 = heap[a1++]!
    const x2 = heap[a2++]!
    const x3 = heap[a3++]!
    s00 += x0 * left
    s01 += x0 * right
    s10 += x1 * left
    s11 += x1 * right
    s20 += x2 * left
    s21 += x2 * right
    s30 += x3 * left
    s31 += x3 * right
  }
  heap[c]! -= s00
  heap[c + 1]! -= s01
  heap[c + cStride]! -= s10
  heap[c + cStride + 1]! -= s11
  heap[c + 2 * cStride]! -= s20
  heap[c + 2 * cStride + 1]! -= s21
  heap[c + 3 * cStride]! -= s30
  heap[c + 3 * cStride + 1]! -= s31
}

function dot(heap: Float64Array, a: number, b: number, k: number): number {
  let sum = 0
  for (let t = 0; t < k; t += 1) sum += heap[a + t]! * heap[b + t]!
  return sum
}
