import type { CrossProducts, SparseRows } from '../mixed-model/cross-products.ts'
import type { Design } from '../mixed-model/design.ts'

/** Coarse columns are kept to so many: they are solved for exactly. */
const mostCoarse = 200

/** Which columns of [Z_b | X] are many (fine) and which are few (coarse: the small factors, then the fixed effects). */
export interface Columns {
  fine: Int32Array
  coarse: Int32Array
  /** For each column its place among the fine ones, or -1 minus its place among the coarse ones. */
  place: Int32Array
}

/** Factors are coarse from the smallest on, as long as they are few together; the largest is fine in any case. */
export function splitColumns({ blocks, p, size }: Design): Columns {
  const sparse = blocks.filter(({ absorbed }) => !absorbed).toSorted((a, b) => a.levels - b.levels)
  const isCoarse = new Uint8Array(size).fill(1, size - p)
  let coarse = p
  for (const { offset, levels } of sparse.slice(0, -1)) {
    coarse += levels
    if (coarse > mostCoarse) break
    isCoarse.fill(1, offset, offset + levels)
  }
  const chosen = (wanted: number): Int32Array =>
    Int32Array.from(Array.from(isCoarse.keys()).filter((column) => isCoarse[column] === wanted))
  const columns = { fine: chosen(0), coarse: chosen(1), place: new Int32Array(size) }
  columns.fine.forEach((column, at) => (columns.place[column] = at))
  columns.coarse.forEach((column, at) => (columns.place[column] = -1 - at))
  return columns
}

/** T'WT by fine (F) and coarse (C) columns. */
export interface SplitProducts {
  /** Absorbed by fine. */
  AF: SparseRows
  /** Absorbed by coarse. */
  AC: SparseRows
  /** Fine by fine, lower triangle. */
  FF: SparseRows
  /** Fine by coarse, dense. */
  FC: Float64Array
  /** Coarse by coarse, dense. */
  CC: Float64Array
}

/** Sorts the cross products of a design by fine and coarse columns. */
export function splitProducts(cross: CrossProducts, { p, size }: Design, { fine, coarse, place }: Columns): SplitProducts {
  const [F, C] = [fine.length, coarse.length]
  const split: SplitProducts = {
    ...splitAbsorbed(cross, p, size, place),
    FF: emptyRows(F),
    FC: new Float64Array(F * C),
    CC: new Float64Array(C * C),
  }
  const { BB, XB, XX } = cross
  const add = (row: number, column: number, value: number): void => {
    const [i, j] = [place[row]!, place[column]!]
    if (i >= 0) split.FC[i * C - 1 - j] = value
    else if (j >= 0) split.FC[j * C - 1 - i] = value
    else split.CC[(-1 - i) * C - 1 - j] = split.CC[(-1 - j) * C - 1 - i] = value
  }
  const [columns, values]: [number[], number[]] = [[], []]
  const width = size - p
  for (let row = 0; row < width; row += 1) {
    for (let at = BB.ptr[row]!; at < BB.ptr[row + 1]!; at += 1) {
      const column = BB.column[at]!
      if (place[row]! < 0 || place[column]! < 0) add(row, column, BB.value[at]!)
      else {
        columns.push(place[column]!)
        values.push(BB.value[at]!)
      }
    }
    if (place[row]! >= 0) split.FF.ptr[place[row]! + 1] = columns.length
  }
  split.FF.column = Int32Array.from(columns)
  split.FF.value = Float64Array.from(values)
  for (let i = 0; i < p; i += 1) {
    for (let column = 0; column < width; column += 1) add(width + i, column, XB[i * width + column]!)
    for (let j = 0; j <= i; j += 1) add(width + i, width + j, XX[i * p + j]!)
  }
  return split
}

const emptyRows = (rows: number): SparseRows => ({ ptr: new Int32Array(rows + 1), column: new Int32Array(0), value: new Float64Array(0) })

function splitAbsorbed(
  { AB, AX, diagonalA }: CrossProducts,
  p: number,
  size: number,
  place: Int32Array,
): { AF: SparseRows; AC: SparseRows } {
  const levels = diagonalA.length
  const fineEntries = AB.column.reduce((sum, column) => sum + (place[column]! >= 0 ? 1 : 0), 0)
  const rows = (entries: number): SparseRows => ({
    ptr: new Int32Array(levels + 1),
    column: new Int32Array(entries),
    value: new Float64Array(entries),
  })
  const AF = rows(fineEntries)
  const AC = rows(AB.column.length - fineEntries + levels * p)
  let [fine, coarse] = [0, 0]
  for (let level = 0; level < levels; level += 1) {
    for (let at = AB.ptr[level]!; at < AB.ptr[level + 1]!; at += 1) {
      const to = place[AB.column[at]!]!
      if (to >= 0) {
        AF.column[fine] = to
        AF.value[fine++] = AB.value[at]!
      } else {
        AC.column[coarse] = -1 - to
        AC.value[coarse++] = AB.value[at]!
      }
    }
    for (let j = 0; j < p; j += 1) {
      AC.column[coarse] = -1 - place[size - p + j]!
      AC.value[coarse++] = AX[level * p + j]!
    }
    AF.ptr[level + 1] = fine
    AC.ptr[level + 1] = coarse
  }
  return { AF, AC }
}
