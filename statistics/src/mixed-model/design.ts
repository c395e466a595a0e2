import { isMultiple } from './check-input.ts'
import type { FactorSpec } from './types.ts'

/** The random factor that is eliminated first: one level per row makes its block of the equations diagonal. */
export interface AbsorbedFactor {
  levels: number
  index: Int32Array
  load?: Float64Array
}

/** A sparse matrix with the rows of the data, kept both by row and by column (ascending in each). */
export interface SparseColumns {
  width: number
  rowPtr: Int32Array
  column: Int32Array
  rowLoad: Float64Array
  columnPtr: Int32Array
  row: Int32Array
  columnLoad: Float64Array
}

/** Where a factor is in the design. */
export interface Block {
  levels: number
  absorbed: boolean
  offset: number
  /** Mean of the squared loadings: what a variance of the factor has to be multiplied with to be on the scale of y. */
  loading: number
}

/**
 * The columns T = [Z_a | Z_b | X] of a model: the absorbed factor, all other random factors side by side, and the fixed
 * effects that are left. `size` counts the columns of Z_b and X.
 */
export interface Design {
  n: number
  absorbed: AbsorbedFactor | undefined
  random: SparseColumns
  X: Float64Array
  p: number
  size: number
  /** Where each factor is: among the absorbed, or from `offset` in Z_b. */
  blocks: Block[]
}

/** Lays the columns of a model out. The factor with most levels among those with one level per row is absorbed. */
export function layOut(n: number, factors: FactorSpec[], X: Float64Array, p: number): Design {
  const largest = factors.reduce<FactorSpec | undefined>(
    (best, factor) => (isMultiple(factor) || (best && best.levels >= factor.levels) ? best : factor),
    undefined,
  )
  let offset = 0
  const blocks = factors.map((factor) => {
    const absorbed = factor === largest
    const block = { levels: factor.levels, absorbed, offset: absorbed ? 0 : offset, loading: meanSquaredLoading(factor) }
    if (!block.absorbed) offset += factor.levels
    return block
  })
  const rest = factors.flatMap((factor, k) => (factor === largest ? [] : [{ factor, offset: blocks[k]!.offset }]))
  const absorbed = largest && !isMultiple(largest) ? largest : undefined
  return { n, absorbed, random: sideBySide(n, rest, offset), X, p, size: offset + p, blocks }
}

/** Mean square of the loadings of a factor that are not 0; 1 without loadings. */
export function meanSquaredLoading({ load }: FactorSpec): number {
  if (!load) return 1
  let [count, sum] = [0, 0]
  for (const value of load) {
    if (value !== 0) count += 1
    sum += value * value
  }
  return count === 0 ? 1 : sum / count
}

function sideBySide(n: number, factors: { factor: FactorSpec; offset: number }[], width: number): SparseColumns {
  const rowPtr = new Int32Array(n + 1)
  for (const { factor } of factors)
    for (let row = 0; row < n; row += 1) rowPtr[row + 1]! += isMultiple(factor) ? factor.ptr[row + 1]! - factor.ptr[row]! : 1
  for (let row = 0; row < n; row += 1) rowPtr[row + 1]! += rowPtr[row]!
  const column = new Int32Array(rowPtr[n]!)
  const rowLoad = new Float64Array(rowPtr[n]!).fill(1)
  const next = rowPtr.slice(0, n)
  for (const { factor, offset } of factors)
    for (let row = 0; row < n; row += 1) {
      const [from, to] = isMultiple(factor) ? [factor.ptr[row]!, factor.ptr[row + 1]!] : [row, row + 1]
      for (let entry = from; entry < to; entry += 1) {
        const at = next[row]!++
        column[at] = offset + factor.index[entry]!
        if (factor.load) rowLoad[at] = factor.load[entry]!
      }
    }
  return { width, rowPtr, column, rowLoad, ...byColumn(n, width, rowPtr, column, rowLoad) }
}

function byColumn(n: number, width: number, rowPtr: Int32Array, column: Int32Array, rowLoad: Float64Array) {
  const columnPtr = new Int32Array(width + 1)
  for (const at of column) columnPtr[at + 1]! += 1
  for (let at = 0; at < width; at += 1) columnPtr[at + 1]! += columnPtr[at]!
  const row = new Int32Array(column.length)
  const columnLoad = new Float64Array(column.length)
  const next = columnPtr.slice(0, width)
  for (let r = 0; r < n; r += 1)
    for (let at = rowPtr[r]!; at < rowPtr[r + 1]!; at += 1) {
      const to = next[column[at]!]!++
      row[to] = r
      columnLoad[to] = rowLoad[at]!
    }
  return { columnPtr, row, columnLoad }
}

/** A vector over the columns of T: `a` for the absorbed factor, `b` for Z_b and then X. */
export interface Coefficients {
  a: Float64Array
  b: Float64Array
}

/** The effects of factor k, as a view. */
export function effectsOf({ blocks }: Design, { a, b }: Coefficients, k: number): Float64Array {
  const { absorbed, offset, levels } = blocks[k]!
  return absorbed ? a : b.subarray(offset, offset + levels)
}

/** T c, length n. */
export function fittedValues({ n, absorbed, random, X, p }: Design, { a, b }: Coefficients): Float64Array {
  const fitted = new Float64Array(n)
  const { rowPtr, column, rowLoad, width } = random
  for (let r = 0; r < n; r += 1) {
    let sum = absorbed ? (absorbed.load?.[r] ?? 1) * a[absorbed.index[r]!]! : 0
    for (let at = rowPtr[r]!; at < rowPtr[r + 1]!; at += 1) sum += rowLoad[at]! * b[column[at]!]!
    for (let j = 0; j < p; j += 1) sum += X[r * p + j]! * b[width + j]!
    fitted[r] = sum
  }
  return fitted
}

/** T'f for a vector f of length n. */
export function project({ n, absorbed, random, X, p, size }: Design, f: Float64Array): Coefficients {
  const a = new Float64Array(absorbed?.levels ?? 0)
  const b = new Float64Array(size)
  const { rowPtr, column, rowLoad, width } = random
  for (let r = 0; r < n; r += 1) {
    const value = f[r]!
    if (absorbed) a[absorbed.index[r]!]! += (absorbed.load?.[r] ?? 1) * value
    for (let at = rowPtr[r]!; at < rowPtr[r + 1]!; at += 1) b[column[at]!]! += rowLoad[at]! * value
    for (let j = 0; j < p; j += 1) b[width + j]! += X[r * p + j]! * value
  }
  return { a, b }
}
