import type { Kernel } from './kernel.ts'
import { invertedTriangle, lowerTriangle } from './small-triangle.ts'

/** Rows and columns of a block; the columns of a product taken at once. Sized for the first and second cache. */
const block = 48
const depth = 240

/** Symmetric positive definite matrix of order n with its Cholesky factor and, when asked, its inverse. */
export interface PositiveDefinite {
  readonly n: number
  /** Order n, row stride n, from the start of the heap: the lower triangle is filled in before `factorise`. */
  readonly matrix: Float64Array
  /** Overwrites the lower triangle with L, A = L L'. Gives log|A|; NaN when A is not positive definite. */
  factorise(): number
  /** x := A^-1 x. */
  solve(x: Float64Array): void
  /**
   * Draws with mean 0 and covariance A^-1, one after the other, from a stream of standard normals: L^-T z, many at a time.
   * They need the room of the inverse, which is gone with the first of them.
   */
  drawer(normal: () => number): () => Float64Array
  /** A^-1 in full, both triangles; L stays. */
  inverse(): Float64Array
}

/** Doubles that `positiveDefinite` needs for order n. */
export const doublesFor = (n: number): number => 2 * n * n + 3 * n * block + block * block

/** Lays a matrix of order n out in the heap of a kernel of `doublesFor(n)` doubles. */
export function positiveDefinite(kernel: Kernel, n: number): PositiveDefinite {
  const { heap } = kernel
  const matrix = heap.subarray(0, n * n)
  const places = { inverse: n * n, diagonal: 2 * n * n, scratch: 2 * n * n + n * block, draws: 2 * n * n + 2 * n * block + block * block }
  return {
    n,
    matrix,
    factorise: () => factorise(kernel, n, places),
    solve: (x) => {
      forward(matrix, n, x)
      backward(matrix, n, x)
    },
    drawer: (normal) => drawer(kernel, n, places, normal),
    inverse: () => {
      invertFactor(kernel, n, places)
      multiplyInverses(kernel, n, places)
      mirror(heap, places.inverse, n)
      return heap.subarray(places.inverse, places.inverse + n * n)
    },
  }
}

/** Where things lie: the inverse, the negative inverses of the diagonal blocks of L, room for a panel, and for draws. */
interface Places {
  inverse: number
  diagonal: number
  scratch: number
  draws: number
}

/** C -= A B' in pieces that fit the caches. */
function subtract(kernel: Kernel, c: number, cStride: number, a: number, b: number, stride: number, m: number, n: number, k: number): void {
  for (let from = 0; from < k; from += depth) {
    const deep = Math.min(depth, k - from)
    for (let row = 0; row < m; row += block)
      kernel.subtractProduct(
        c + row * cStride,
        cStride,
        a + row * stride + from,
        stride,
        b + from,
        stride,
        Math.min(block, m - row),
        n,
        deep,
      )
  }
}

/** Left-looking, by block columns (Golub and Van Loan, Matrix Computations, section 4.2). */
function factorise(kernel: Kernel, n: number, { diagonal, scratch }: Places): number {
  const { heap } = kernel
  let logDeterminant = 0
  for (let j = 0; j < n; j += block) {
    const width = Math.min(block, n - j)
    subtract(kernel, j * n + j, n, j * n, j * n, n, n - j, width, j)
    logDeterminant += lowerTriangle(heap, j * n + j, n, width)
    if (Number.isNaN(logDeterminant)) return NaN
    const inverse = diagonal + j * block
    invertedTriangle(heap, j * n + j, n, width, inverse, block)
    const below = j + width
    if (below < n) {
      moveOut(heap, below * n + j, n, scratch, n - below, width)
      kernel.subtractProduct(below * n + j, n, scratch, block, inverse, block, n - below, width, width)
    }
  }
  return logDeterminant
}

/** Copies a panel to the scratch room, with rows of `block` doubles, and zeroes it. */
function moveOut(heap: Float64Array, from: number, stride: number, to: number, rows: number, width: number): void {
  for (let row = 0; row < rows; row += 1) {
    const start = from + row * stride
    heap.copyWithin(to + row * block, start, start + width)
    heap.fill(0, start, start + width)
  }
}

/** U = L^-T into the upper triangle of the place of the inverse: U_ji = -(sum_k U_jk L_ik') L_ii^-T. */
function invertFactor(kernel: Kernel, n: number, { inverse, diagonal, scratch }: Places): void {
  const { heap } = kernel
  for (let i = 0; i < n; i += block) {
    const width = Math.min(block, n - i)
    const small = diagonal + i * block
    for (let row = 0; row < width; row += 1)
      for (let column = 0; column < width; column += 1) heap[inverse + (i + row) * n + i + column] = -heap[small + column * block + row]!
    for (let j = 0; j < i; j += block) {
      heap.fill(0, scratch, scratch + block * block)
      subtract(kernel, scratch, block, inverse + j * n + j, i * n + j, n, block, width, i - j)
      const target = inverse + j * n + i
      for (let row = 0; row < block; row += 1) heap.fill(0, target + row * n, target + row * n + width)
      kernel.subtractProduct(target, n, scratch, block, small, block, block, width, width)
    }
  }
}

/** -A^-1 = -U U' into the lower triangle; row blocks no longer needed give way to their diagonal block. */
function multiplyInverses(kernel: Kernel, n: number, { inverse, scratch }: Places): void {
  const { heap } = kernel
  for (let i = 0; i < n; i += block) {
    const width = Math.min(block, n - i)
    const rows = inverse + i * n + i
    for (let j = 0; j < i; j += block) {
      const target = inverse + i * n + j
      for (let row = 0; row < width; row += 1) heap.fill(0, target + row * n, target + row * n + block)
      subtract(kernel, target, n, rows, inverse + j * n + i, n, width, block, n - i)
    }
    heap.fill(0, scratch, scratch + block * block)
    subtract(kernel, scratch, block, rows, rows, n, width, width, n - i)
    for (let row = 0; row < width; row += 1) heap.copyWithin(rows + row * n, scratch + row * block, scratch + row * block + width)
  }
}

/** Rows -U z for `block` vectors z at once; the sign of a normal draw is of no matter. */
function drawer(kernel: Kernel, n: number, places: Places, normal: () => number): () => Float64Array {
  const { heap } = kernel
  const { inverse, scratch, draws } = places
  invertFactor(kernel, n, places)
  let used = block
  return () => {
    if (used === block) {
      used = 0
      for (let at = 0; at < block * n; at += 1) heap[scratch + at] = normal()
      heap.fill(0, draws, draws + block * n)
      for (let j = 0; j < n; j += block)
        subtract(kernel, draws + j, n, scratch + j, inverse + j * n + j, n, block, Math.min(block, n - j), n - j)
    }
    used += 1
    return heap.slice(draws + (used - 1) * n, draws + used * n)
  }
}

/** Turns the sign of the lower triangle and copies it to the upper one, block by block. */
function mirror(heap: Float64Array, at: number, n: number): void {
  for (let i = 0; i < n; i += block)
    for (let j = 0; j <= i; j += block)
      for (let row = i; row < Math.min(i + block, n); row += 1)
        for (let column = j; column < Math.min(j + block, row + 1); column += 1) {
          const value = -heap[at + row * n + column]!
          heap[at + row * n + column] = value
          heap[at + column * n + row] = value
        }
}

function forward(lower: Float64Array, n: number, x: Float64Array): void {
  for (let row = 0; row < n; row += 1) {
    let sum = x[row]!
    for (let column = 0, at = row * n; column < row; column += 1) sum -= lower[at++]! * x[column]!
    x[row] = sum / lower[row * n + row]!
  }
}

function backward(lower: Float64Array, n: number, x: Float64Array): void {
  for (let row = n - 1; row >= 0; row -= 1) {
    const value = x[row]! / lower[row * n + row]!
    x[row] = value
    for (let column = 0, at = row * n; column < row; column += 1) x[column]! -= lower[at++]! * value
  }
}
