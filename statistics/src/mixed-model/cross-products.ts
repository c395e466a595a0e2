import type { Coefficients, Design, SparseColumns } from './design.ts'

/** Rows of a sparse matrix: columns ascend within a row. */
export interface SparseRows {
  ptr: Int32Array
  column: Int32Array
  value: Float64Array
}

/** T'WT in blocks, for T = [Z_a | Z_b | X]. */
export interface CrossProducts {
  /** Diagonal of Z_a'WZ_a. */
  diagonalA: Float64Array
  /** Z_a'WZ_b, one row per absorbed level. */
  AB: SparseRows
  /** Z_a'WX, levels x p. */
  AX: Float64Array
  /** Z_b'WZ_b, lower triangle with its diagonal. */
  BB: SparseRows
  /** X'WZ_b, p x width. */
  XB: Float64Array
  /** X'WX, p x p. */
  XX: Float64Array
  /** W, length n. */
  weights: Float64Array
}

/** Cross products of a design under row weights; one pass over the rows for each block. */
export function crossProducts(design: Design, weights: Float64Array): CrossProducts {
  const { n, absorbed, random, X, p } = design
  const diagonalA = new Float64Array(absorbed?.levels ?? 0)
  const AX = new Float64Array(diagonalA.length * p)
  const XX = new Float64Array(p * p)
  for (let r = 0; r < n; r += 1) {
    const weight = weights[r]!
    if (absorbed) {
      const level = absorbed.index[r]!
      const load = absorbed.load?.[r] ?? 1
      diagonalA[level]! += weight * load * load
      for (let j = 0; j < p; j += 1) AX[level * p + j]! += weight * load * X[r * p + j]!
    }
    for (let i = 0; i < p; i += 1) for (let j = 0; j <= i; j += 1) XX[i * p + j]! += weight * X[r * p + i]! * X[r * p + j]!
  }
  for (let i = 0; i < p; i += 1) for (let j = 0; j < i; j += 1) XX[j * p + i] = XX[i * p + j]!
  return {
    diagonalA,
    AB: absorbedBySparse(design, weights),
    AX,
    BB: sparseBySparse(random, weights),
    XB: fixedBySparse(design, weights),
    weights,
    XX,
  }
}

/** Columns are walked in order, so that the entries of each row come out sorted and equal ones meet. */
function absorbedBySparse({ absorbed, random }: Design, weights: Float64Array): SparseRows {
  if (!absorbed) return { ptr: new Int32Array(1), column: new Int32Array(0), value: new Float64Array(0) }
  const { width, columnPtr, row, columnLoad } = random
  const ptr = new Int32Array(absorbed.levels + 1)
  const lastSeen = new Int32Array(absorbed.levels).fill(-1)
  for (let j = 0; j < width; j += 1)
    for (let at = columnPtr[j]!; at < columnPtr[j + 1]!; at += 1) {
      const level = absorbed.index[row[at]!]!
      if (lastSeen[level] !== j) ptr[level + 1]! += 1
      lastSeen[level] = j
    }
  for (let level = 0; level < absorbed.levels; level += 1) ptr[level + 1]! += ptr[level]!
  const column = new Int32Array(ptr[absorbed.levels]!)
  const value = new Float64Array(column.length)
  const end = ptr.slice(0, absorbed.levels)
  for (let j = 0; j < width; j += 1)
    for (let at = columnPtr[j]!; at < columnPtr[j + 1]!; at += 1) {
      const r = row[at]!
      const level = absorbed.index[r]!
      const isNew = end[level] === ptr[level] || column[end[level]! - 1] !== j
      const to = isNew ? end[level]!++ : end[level]! - 1
      column[to] = j
      value[to]! += weights[r]! * columnLoad[at]! * (absorbed.load?.[r] ?? 1)
    }
  return { ptr, column, value }
}

/** Row j of the lower triangle of Z'WZ is gathered over the rows of the data in which column j is loaded. */
function sparseBySparse({ width, rowPtr, column, rowLoad, columnPtr, row, columnLoad }: SparseColumns, weights: Float64Array): SparseRows {
  const sums = new Float64Array(width)
  const seenIn = new Int32Array(width).fill(-1)
  const ptr = new Int32Array(width + 1)
  const columns = growing(column.length * 2, Int32Array)
  const values = growing(column.length * 2, Float64Array)
  let length = 0
  for (let j = 0; j < width; j += 1) {
    const start = length
    for (let at = columnPtr[j]!; at < columnPtr[j + 1]!; at += 1) {
      const r = row[at]!
      const scale = weights[r]! * columnLoad[at]!
      for (let other = rowPtr[r]!; other < rowPtr[r + 1]!; other += 1) {
        const i = column[other]!
        if (i > j) continue
        if (seenIn[i] !== j) {
          seenIn[i] = j
          sums[i] = 0
          columns.at(length)[length++] = i
        }
        sums[i]! += scale * rowLoad[other]!
      }
    }
    const touched = columns.at(length).subarray(start, length).sort()
    const target = values.at(length)
    for (let t = 0; t < touched.length; t += 1) target[start + t] = sums[touched[t]!]!
    ptr[j + 1] = length
  }
  return { ptr, column: columns.at(length).slice(0, length), value: values.at(length).slice(0, length) }
}

/** An array that doubles when it is asked for a place it does not have. */
function growing<A extends Int32Array | Float64Array>(start: number, Kind: new (length: number) => A): { at(place: number): A } {
  let array = new Kind(Math.max(start, 16))
  return {
    at(place) {
      if (place >= array.length) {
        const larger = new Kind(Math.max(2 * array.length, place + 1))
        larger.set(array)
        array = larger
      }
      return array
    },
  }
}

function fixedBySparse({ random, X, p }: Design, weights: Float64Array): Float64Array {
  const { width, columnPtr, row, columnLoad } = random
  const XB = new Float64Array(p * width)
  for (let j = 0; j < width; j += 1)
    for (let at = columnPtr[j]!; at < columnPtr[j + 1]!; at += 1) {
      const r = row[at]!
      const scale = weights[r]! * columnLoad[at]!
      for (let i = 0; i < p; i += 1) XB[i * width + j]! += scale * X[r * p + i]!
    }
  return XB
}

/** T'WT c. */
export function multiplyCross({ diagonalA, AB, AX, BB, XB, XX }: CrossProducts, { a, b }: Coefficients, p: number): Coefficients {
  const width = b.length - p
  const resultA = new Float64Array(a.length)
  const resultB = new Float64Array(b.length)
  for (let i = 0; i < a.length; i += 1) {
    const value = a[i]!
    let sum = diagonalA[i]! * value
    for (let at = AB.ptr[i]!; at < AB.ptr[i + 1]!; at += 1) {
      sum += AB.value[at]! * b[AB.column[at]!]!
      resultB[AB.column[at]!]! += AB.value[at]! * value
    }
    for (let j = 0; j < p; j += 1) {
      sum += AX[i * p + j]! * b[width + j]!
      resultB[width + j]! += AX[i * p + j]! * value
    }
    resultA[i] = sum
  }
  addLowerProduct(BB, b, resultB, width)
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < width; j += 1) {
      resultB[width + i]! += XB[i * width + j]! * b[j]!
      resultB[j]! += XB[i * width + j]! * b[width + i]!
    }
    for (let j = 0; j < p; j += 1) resultB[width + i]! += XX[i * p + j]! * b[width + j]!
  }
  return { a: resultA, b: resultB }
}

/** result += (symmetric matrix given by its lower triangle) x, over the first `width` places. */
function addLowerProduct({ ptr, column, value }: SparseRows, x: Float64Array, result: Float64Array, width: number): void {
  for (let i = 0; i < width; i += 1) {
    let sum = 0
    for (let at = ptr[i]!; at < ptr[i + 1]!; at += 1) {
      const j = column[at]!
      sum += value[at]! * x[j]!
      if (j !== i) result[j]! += value[at]! * x[i]!
    }
    result[i]! += sum
  }
}
