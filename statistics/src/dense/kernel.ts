/**
 * Dense matrices live in one heap of doubles, row after row, addressed by the position of their first element: the
 * WebAssembly kernel can only see its own memory, and the JavaScript kernel works on the same layout.
 */
export interface Kernel {
  readonly name: 'wasm' | 'js'
  readonly heap: Float64Array
  /** C -= A B' for C (m x n), A (m x k), B (n x k), each given by position and row stride, in doubles. */
  subtractProduct(c: number, cStride: number, a: number, aStride: number, b: number, bStride: number, m: number, n: number, k: number): void
}
