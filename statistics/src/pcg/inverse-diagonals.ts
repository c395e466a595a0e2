import type { InverseDiagonal } from '../mixed-model/equations.ts'
import type { Reduced } from './reduce-equations.ts'

/** v' K v for a symmetric K of order C and the C entries of `vectors` from `from`. */
export function quadraticForm(K: Float64Array, vectors: Float64Array, from: number, C: number): number {
  let sum = 0
  for (let c = 0; c < C; c += 1) {
    let part = 0
    for (let d = 0; d < C; d += 1) part += K[c * C + d]! * vectors[from + d]!
    sum += part * vectors[from + c]!
  }
  return sum
}

/**
 * Diagonals of M^-1 from that of S_ff^-1: S^-1_ff = S_ff^-1 + W K W' and S^-1_cc = K. For an absorbed level
 * 1/D + a'S^-1 a / D^2, where of S_ff^-1 only the diagonal is taken: its other entries are small beside it.
 */
export function inverseDiagonals(reduced: Reduced, fineDiagonal: Float64Array): InverseDiagonal {
  const { design, columns, K } = reduced
  const { size, p } = design
  const C = columns.coarse.length
  const fixed = new Float64Array(p * p)
  for (let i = 0; i < p; i += 1) for (let j = 0; j < p; j += 1) fixed[i * p + j] = K[(C - p + i) * C + C - p + j]!
  const [full, givenFixed] = [K, reduced.givenFixed].map((coarse) => {
    const b = new Float64Array(size)
    columns.fine.forEach((column, i) => (b[column] = fineDiagonal[i]! + quadraticForm(coarse, reduced.W, i * C, C)))
    columns.coarse.forEach((column, c) => (b[column] = coarse[c * (C + 1)]!))
    return { a: absorbedDiagonal(reduced, fineDiagonal, coarse), b }
  })
  return { full: full!, givenFixed: givenFixed!, fixed }
}

function absorbedDiagonal(reduced: Reduced, fineDiagonal: Float64Array, K: Float64Array): Float64Array {
  const { block, columns, split } = reduced
  const C = columns.coarse.length
  return block.D.map((D, level) => {
    const g = coarsePart(reduced, level)
    let form = quadraticForm(K, g, 0, C)
    for (let at = split.AF.ptr[level]!; at < split.AF.ptr[level + 1]!; at += 1)
      form += split.AF.value[at]! ** 2 * fineDiagonal[split.AF.column[at]!]!
    return 1 / D + form / D ** 2
  })
}

/** g = a_c - W'a_f of one absorbed level. */
function coarsePart({ split: { AF, AC }, W, columns }: Reduced, level: number): Float64Array {
  const C = columns.coarse.length
  const g = new Float64Array(C)
  for (let at = AC.ptr[level]!; at < AC.ptr[level + 1]!; at += 1) g[AC.column[at]!]! += AC.value[at]!
  for (let at = AF.ptr[level]!; at < AF.ptr[level + 1]!; at += 1) {
    const row = AF.column[at]! * C
    for (let c = 0; c < C; c += 1) g[c]! -= AF.value[at]! * W[row + c]!
  }
  return g
}

/** t_r'M^-1 t_r for every row, of S_ff^-1 its diagonal only. */
export function rowForms(reduced: Reduced, fineDiagonal: Float64Array): Float64Array {
  const { design, block, columns, split, W, K } = reduced
  const { n, absorbed, random, X, p, size } = design
  const C = columns.coarse.length
  const forms = new Float64Array(n)
  const levelForms = new Map<number, { g: Float64Array; fine: number }>()
  const ofLevel = (level: number) => {
    const known = levelForms.get(level)
    if (known) return known
    let fine = 0
    for (let at = split.AF.ptr[level]!; at < split.AF.ptr[level + 1]!; at += 1)
      fine += split.AF.value[at]! ** 2 * fineDiagonal[split.AF.column[at]!]!
    const found = { g: coarsePart(reduced, level), fine }
    levelForms.set(level, found)
    return found
  }
  const tau = new Float64Array(C)
  const add = (column: number, load: number): void => {
    const place = columns.place[column]!
    if (place < 0) tau[-1 - place]! += load
    else for (let c = 0; c < C; c += 1) tau[c]! -= load * W[place * C + c]!
  }
  for (let r = 0; r < n; r += 1) {
    tau.fill(0)
    const level = absorbed?.index[r]
    const share = absorbed ? (absorbed.load?.[r] ?? 1) / block.D[level!]! : 0
    for (let at = random.rowPtr[r]!; at < random.rowPtr[r + 1]!; at += 1) {
      const [column, load] = [random.column[at]!, random.rowLoad[at]!]
      add(column, load)
      const place = columns.place[column]!
      if (place >= 0)
        forms[r]! += fineDiagonal[place]! * load * (load - (level === undefined ? 0 : 2 * share * entry(reduced, level, place)))
    }
    for (let j = 0; j < p; j += 1) add(size - p + j, X[r * p + j]!)
    if (level !== undefined) {
      const { g, fine } = ofLevel(level)
      for (let c = 0; c < C; c += 1) tau[c]! -= share * g[c]!
      forms[r]! += share ** 2 * (block.D[level]! + fine)
    }
    forms[r]! += quadraticForm(K, tau, 0, C)
  }
  return forms
}

/** The entry of one absorbed level in one fine column. */
function entry({ split: { AF } }: Reduced, level: number, place: number): number {
  for (let at = AF.ptr[level]!; at < AF.ptr[level + 1]!; at += 1) if (AF.column[at] === place) return AF.value[at]!
  return 0
}
