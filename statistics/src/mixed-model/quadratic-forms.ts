import type { CrossProducts } from './cross-products.ts'
import type { Design } from './design.ts'

/** The row of M_ab that belongs to one absorbed level: places and values, random columns first, then X. */
interface LevelRow {
  places: Int32Array
  values: Float64Array
  length: number
}

function levelRows({ AB, AX }: CrossProducts, { size, p }: Design): (level: number) => LevelRow {
  let longest = 0
  for (let level = 0; level + 1 < AB.ptr.length; level += 1) longest = Math.max(longest, AB.ptr[level + 1]! - AB.ptr[level]!)
  const row = { places: new Int32Array(longest + p), values: new Float64Array(longest + p), length: 0 }
  return (level) => {
    row.length = 0
    for (let at = AB.ptr[level]!; at < AB.ptr[level + 1]!; at += 1) {
      row.places[row.length] = AB.column[at]!
      row.values[row.length++] = AB.value[at]!
    }
    for (let i = 0; i < p; i += 1) {
      row.places[row.length] = size - p + i
      row.values[row.length++] = AX[level * p + i]!
    }
    return row
  }
}

/**
 * a_i' S^-1 a_i for every absorbed level i, a_i being its row of M_ab; and the same for S without the rows and columns of
 * the fixed effects, when `precision` = ((S^-1)_xx)^-1 is given.
 */
export function absorbedQuadraticForms(cross: CrossProducts, design: Design, inverse: Float64Array, precision?: Float64Array) {
  const { size, p } = design
  const full = new Float64Array(cross.diagonalA.length)
  const givenFixed = new Float64Array(full.length)
  const rowOf = levelRows(cross, design)
  const toFixed = new Float64Array(p)
  for (let level = 0; level < full.length; level += 1) {
    const { places, values, length } = rowOf(level)
    const random = length - p
    toFixed.fill(0)
    let sum = 0
    for (let i = 0; i < random; i += 1) {
      const row = places[i]! * size
      let part = 0
      for (let j = 0; j < i; j += 1) part += inverse[row + places[j]!]! * values[j]!
      sum += values[i]! * (2 * part + inverse[row + places[i]!]! * values[i]!)
      for (let t = 0; t < p; t += 1) toFixed[t]! += inverse[row + size - p + t]! * values[i]!
    }
    let share = 0
    full[level] = sum
    for (let s = 0; s < p; s += 1) {
      const own = values[random + s]!
      full[level]! += 2 * own * toFixed[s]!
      for (let t = 0; t < p; t += 1) {
        full[level]! += own * values[random + t]! * inverse[(size - p + s) * size + size - p + t]!
        if (precision) share += toFixed[s]! * precision[s * p + t]! * toFixed[t]!
      }
    }
    givenFixed[level] = sum - share
  }
  return { full, givenFixed }
}

/**
 * t_r' M^-1 t_r for every row. For row r of level i with loading l: l^2/D_i + (t_b - l a_i/D_i)' S^-1 (t_b - l a_i/D_i);
 * S^-1 a_i is computed once for all rows of a level.
 */
export function rowQuadraticForms(cross: CrossProducts, design: Design, D: Float64Array, inverse: Float64Array): Float64Array {
  const { n, absorbed, size } = design
  const forms = new Float64Array(n)
  const sparse = sparseForms(design, inverse)
  if (!absorbed) {
    for (let r = 0; r < n; r += 1) forms[r] = sparse.square(r)
    return forms
  }
  const rowOf = levelRows(cross, design)
  const image = new Float64Array(size)
  const { start, rows } = rowsByLevel(absorbed.index, absorbed.levels)
  for (let level = 0; level < absorbed.levels; level += 1) {
    const { places, values, length } = rowOf(level)
    let own = 0
    for (let i = 0; i < length; i += 1) {
      const row = places[i]! * size
      let sum = 0
      for (let j = 0; j < length; j += 1) sum += inverse[row + places[j]!]! * values[j]!
      image[places[i]!] = sum
      own += sum * values[i]!
    }
    for (let at = start[level]!; at < start[level + 1]!; at += 1) {
      const r = rows[at]!
      const share = (absorbed.load?.[r] ?? 1) / D[level]!
      forms[r] = share * share * (D[level]! + own) - 2 * share * sparse.product(r, image) + sparse.square(r)
    }
  }
  return forms
}

/** Products of the row of [Z_b | X] with a vector and, through S^-1, with itself. */
function sparseForms({ random, X, p, size }: Design, inverse: Float64Array) {
  const { rowPtr, column, rowLoad, width } = random
  const product = (r: number, vector: Float64Array, from = 0): number => {
    let sum = 0
    for (let at = rowPtr[r]!; at < rowPtr[r + 1]!; at += 1) sum += rowLoad[at]! * vector[from + column[at]!]!
    for (let j = 0; j < p; j += 1) sum += X[r * p + j]! * vector[from + width + j]!
    return sum
  }
  const square = (r: number): number => {
    let sum = 0
    for (let at = rowPtr[r]!; at < rowPtr[r + 1]!; at += 1) sum += rowLoad[at]! * product(r, inverse, column[at]! * size)
    for (let j = 0; j < p; j += 1) sum += X[r * p + j]! * product(r, inverse, (width + j) * size)
    return sum
  }
  return { product, square }
}

function rowsByLevel(index: Int32Array, levels: number) {
  const start = new Int32Array(levels + 1)
  for (const level of index) start[level + 1]! += 1
  for (let level = 0; level < levels; level += 1) start[level + 1]! += start[level]!
  const rows = new Int32Array(index.length)
  const next = start.slice(0, levels)
  for (let r = 0; r < index.length; r += 1) rows[next[index[r]!]!++] = r
  return { start, rows }
}
