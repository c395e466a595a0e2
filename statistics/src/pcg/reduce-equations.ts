import { invertSymmetric } from '../dense/small-symmetric.ts'
import { lowerTriangle } from '../dense/small-triangle.ts'
import type { CrossProducts } from '../mixed-model/cross-products.ts'
import type { Design } from '../mixed-model/design.ts'
import { conjugateGradients, diagonalOf, type FineBlock } from './conjugate-gradients.ts'
import type { Columns, SplitProducts } from './split-columns.ts'

/** Enough for W, whose errors come squared into its Schur complement. */
const coarseTolerance = 1e-8
/** Right-hand sides solved at once. */
const together = 16

/** Everything that is known of M at some variances. */
export interface Reduced {
  design: Design
  columns: Columns
  split: SplitProducts
  block: FineBlock
  weights: Float64Array
  precision: number[]
  /** S_ff^-1 S_fc, fine x coarse. */
  W: Float64Array
  /** (S_cc - S_cf W)^-1, the coarse block of the inverse; and the same with the fixed effects taken as known. */
  K: Float64Array
  givenFixed: Float64Array
  logCoarse: number
}

/** Eliminates the absorbed factor, then the fine columns. `lastW` is W at other variances, to start from. */
export function reduce(
  design: Design,
  columns: Columns,
  cross: CrossProducts,
  split: SplitProducts,
  ratios: readonly number[],
  correction: Float64Array | undefined,
  lastW: Float64Array | undefined,
): Reduced {
  const precision = ratios.map((ratio) => 1 / ratio)
  const D = cross.diagonalA.slice()
  const byColumn = new Float64Array(design.size)
  design.blocks.forEach(({ absorbed, offset, levels }, k) => {
    if (absorbed) D.forEach((value, i) => (D[i] = value + precision[k]!))
    else byColumn.fill(precision[k]!, offset, offset + levels)
  })
  const fine = { FF: split.FF, AF: split.AF, D, precision: Float64Array.from(columns.fine, (column) => byColumn[column]!) }
  const block = { ...fine, diagonal: diagonalOf(fine) }
  const { SFC, SCC } = coarseBlocks(split, D, columns)
  const C = columns.coarse.length
  columns.coarse.forEach((column, c) => (SCC[c * (C + 1)]! += byColumn[column]!))
  addCorrection(SCC, C, design.p, correction)
  const W = solveColumns(block, SFC, C, lastW)
  for (let i = 0; i < columns.fine.length; i += 1)
    for (let c = 0; c < C; c += 1) for (let d = 0; d < C; d += 1) SCC[c * C + d]! -= SFC[i * C + c]! * W[i * C + d]!
  const inverses = coarseInverses(SCC, C, design.p)
  return { design, columns, split, block, weights: cross.weights, precision, W, ...inverses }
}

/** S_fc and S_cc: the absorbed factor eliminated. */
function coarseBlocks({ FC, CC, AF, AC }: SplitProducts, D: Float64Array, { coarse }: Columns) {
  const C = coarse.length
  const SFC = FC.slice()
  const SCC = CC.slice()
  for (let level = 0; level < D.length; level += 1)
    for (let at = AC.ptr[level]!; at < AC.ptr[level + 1]!; at += 1) {
      const c = AC.column[at]!
      const value = AC.value[at]! / D[level]!
      for (let other = AF.ptr[level]!; other < AF.ptr[level + 1]!; other += 1) SFC[AF.column[other]! * C + c]! -= AF.value[other]! * value
      for (let other = AC.ptr[level]!; other < AC.ptr[level + 1]!; other += 1) SCC[AC.column[other]! * C + c]! -= AC.value[other]! * value
    }
  return { SFC, SCC }
}

function addCorrection(SCC: Float64Array, C: number, p: number, correction?: Float64Array): void {
  if (!correction) return
  for (let i = 0; i < p; i += 1) for (let j = 0; j < p; j += 1) SCC[(C - p + i) * C + C - p + j]! += correction[i * p + j]!
}

/** S_ff^-1 B for a matrix with many columns, some columns at a time. */
function solveColumns(block: FineBlock, B: Float64Array, width: number, start?: Float64Array): Float64Array {
  const rows = block.diagonal.length
  const X = new Float64Array(B.length)
  for (let from = 0; from < width; from += together) {
    const m = Math.min(together, width - from)
    const part = (whole: Float64Array): Float64Array => {
      const columns = new Float64Array(rows * m)
      for (let i = 0; i < rows; i += 1) for (let c = 0; c < m; c += 1) columns[i * m + c] = whole[i * width + from + c]!
      return columns
    }
    const solved = conjugateGradients(block, part(B), m, coarseTolerance, start && part(start)).X
    for (let i = 0; i < rows; i += 1) for (let c = 0; c < m; c += 1) X[i * width + from + c] = solved[i * m + c]!
  }
  return X
}

function coarseInverses(schur: Float64Array, C: number, p: number) {
  const lower = schur.slice()
  const logCoarse = C === 0 ? 0 : lowerTriangle(lower, 0, C, C)
  const random = C - p
  const block = new Float64Array(random * random)
  for (let i = 0; i < random; i += 1) for (let j = 0; j < random; j += 1) block[i * random + j] = schur[i * C + j]!
  const known = invertSymmetric(block, random) ?? block
  const givenFixed = new Float64Array(C * C)
  for (let i = 0; i < random; i += 1) for (let j = 0; j < random; j += 1) givenFixed[i * C + j] = known[i * random + j]!
  return { K: invertSymmetric(schur, C) ?? new Float64Array(C * C), givenFixed, logCoarse }
}
