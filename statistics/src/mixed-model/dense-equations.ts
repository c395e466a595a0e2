import { doublesFor, positiveDefinite, type PositiveDefinite } from '../dense/cholesky.ts'
import type { Kernel } from '../dense/kernel.ts'
import { invertSymmetric } from '../dense/small-symmetric.ts'
import type { CrossProducts } from './cross-products.ts'
import type { Design } from './design.ts'
import type { Equations, InverseDiagonal } from './equations.ts'
import { absorbedQuadraticForms, rowQuadraticForms } from './quadratic-forms.ts'

/** What the parts of the dense solver share: the diagonal D of the absorbed block and the rest S = M_bb - M_ba D^-1 M_ab. */
interface Reduced {
  design: Design
  cross: CrossProducts
  D: Float64Array
  S: PositiveDefinite
}

/** Equations solved exactly: the absorbed factor is eliminated, what is left is factorised by Cholesky. */
export function denseEquations(design: Design, kernelOf: (doubles: number) => Kernel): Equations {
  const kernel = kernelOf(doublesFor(design.size))
  const S = positiveDefinite(kernel, design.size)
  const D = new Float64Array(design.absorbed?.levels ?? 0)
  let reduced: Reduced
  let inverse: Float64Array | undefined
  const inverted = (): Float64Array => (inverse ??= S.inverse())
  return {
    kind: 'dense',
    kernel: kernel.name,
    prepare(cross, ratios, correction) {
      inverse = undefined
      reduced = { design, cross, D, S }
      assemble(reduced, ratios, correction)
      return S.factorise() + D.reduce((sum, value) => sum + Math.log(value), 0)
    },
    logDeterminantError: () => 0,
    solve: (right) => solve(reduced, right.a.slice(), right.b.slice()),
    traces: () => traces(reduced, inverted()),
    traceError: () => 0,
    inverseDiagonal: () => inverseDiagonal(reduced, inverted()),
    quadraticForms: () => rowQuadraticForms(reduced.cross, design, D, inverted()),
    drawer(normal, withAbsorbed) {
      inverse = undefined
      const next = S.drawer(normal)
      return () => draw(reduced, next(), normal, withAbsorbed)
    },
  }
}

/** Fills D and the lower triangle of S. */
function assemble({ design, cross, D, S }: Reduced, ratios: readonly number[], correction?: Float64Array): void {
  const { blocks, size, p } = design
  const { diagonalA, BB, XB, XX } = cross
  const width = size - p
  const { matrix } = S
  for (let i = 0; i < width; i += 1) {
    matrix.fill(0, i * size, i * size + i + 1)
    for (let at = BB.ptr[i]!; at < BB.ptr[i + 1]!; at += 1) matrix[i * size + BB.column[at]!] = BB.value[at]!
  }
  for (let i = 0; i < p; i += 1) {
    const row = (width + i) * size
    for (let j = 0; j < width; j += 1) matrix[row + j] = XB[i * width + j]!
    for (let j = 0; j <= i; j += 1) matrix[row + width + j] = XX[i * p + j]! + (correction?.[i * p + j] ?? 0)
  }
  blocks.forEach(({ absorbed, offset, levels }, k) => {
    const precision = 1 / ratios[k]!
    if (absorbed) for (let i = 0; i < levels; i += 1) D[i] = diagonalA[i]! + precision
    else for (let i = offset; i < offset + levels; i += 1) matrix[i * size + i]! += precision
  })
  eliminate(cross, D, matrix, size, p)
}

/** S -= M_ba D^-1 M_ab, one absorbed level after the other. */
function eliminate({ AB, AX }: CrossProducts, D: Float64Array, matrix: Float64Array, size: number, p: number): void {
  const width = size - p
  const { ptr, column, value } = AB
  for (let level = 0; level < D.length; level += 1) {
    const to = ptr[level + 1]!
    for (let at = ptr[level]!; at < to; at += 1) {
      const scaled = value[at]! / D[level]!
      const row = column[at]! * size
      for (let other = ptr[level]!; other <= at; other += 1) matrix[row + column[other]!]! -= scaled * value[other]!
    }
    for (let i = 0; i < p; i += 1) {
      const scaled = AX[level * p + i]! / D[level]!
      const row = (width + i) * size
      for (let at = ptr[level]!; at < to; at += 1) matrix[row + column[at]!]! -= scaled * value[at]!
      for (let j = 0; j <= i; j += 1) matrix[row + width + j]! -= scaled * AX[level * p + j]!
    }
  }
}

/** Overwrites a and b with M^-1 (a, b). */
function solve(reduced: Reduced, a: Float64Array, b: Float64Array) {
  const { D, S } = reduced
  for (let i = 0; i < a.length; i += 1) a[i]! /= D[i]!
  subtractFromSparse(reduced, a, b)
  S.solve(b)
  subtractFromAbsorbed(reduced, b, a)
  return { a, b }
}

/** b -= M_ba x. */
function subtractFromSparse({ cross: { AB, AX }, design: { size, p } }: Reduced, x: Float64Array, b: Float64Array): void {
  for (let level = 0; level < x.length; level += 1) {
    for (let at = AB.ptr[level]!; at < AB.ptr[level + 1]!; at += 1) b[AB.column[at]!]! -= AB.value[at]! * x[level]!
    for (let i = 0; i < p; i += 1) b[size - p + i]! -= AX[level * p + i]! * x[level]!
  }
}

/** a -= D^-1 M_ab b. */
function subtractFromAbsorbed({ cross: { AB, AX }, design: { size, p }, D }: Reduced, b: Float64Array, a: Float64Array): void {
  for (let level = 0; level < a.length; level += 1) {
    let sum = 0
    for (let at = AB.ptr[level]!; at < AB.ptr[level + 1]!; at += 1) sum += AB.value[at]! * b[AB.column[at]!]!
    for (let i = 0; i < p; i += 1) sum += AX[level * p + i]! * b[size - p + i]!
    a[level]! -= sum / D[level]!
  }
}

/** (M^-1)_aa has diagonal 1/D_i + a_i' S^-1 a_i / D_i^2. */
function traces({ design, cross, D }: Reduced, inverse: Float64Array): Float64Array {
  const { blocks, size } = design
  const forms = absorbedQuadraticForms(cross, design, inverse).full
  return Float64Array.from(blocks, ({ absorbed, offset, levels }) => {
    let trace = 0
    if (absorbed) for (let i = 0; i < levels; i += 1) trace += 1 / D[i]! + forms[i]! / D[i]! ** 2
    else for (let i = offset; i < offset + levels; i += 1) trace += inverse[i * size + i]!
    return trace
  })
}

/** With the fixed effects known, the inverse loses (S^-1)_bx (S^-1)_xx^-1 (S^-1)_xb (inverse of a partitioned matrix). */
function inverseDiagonal({ design, cross, D }: Reduced, inverse: Float64Array): InverseDiagonal {
  const { size, p } = design
  const width = size - p
  const fixed = new Float64Array(p * p)
  for (let i = 0; i < p; i += 1) for (let j = 0; j < p; j += 1) fixed[i * p + j] = inverse[(width + i) * size + width + j]!
  const precision = invertSymmetric(fixed, p) ?? new Float64Array(p * p)
  const full = new Float64Array(size)
  const givenFixed = new Float64Array(size)
  for (let j = 0; j < size; j += 1) {
    full[j] = inverse[j * size + j]!
    let share = 0
    if (j < width)
      for (let s = 0; s < p; s += 1)
        for (let t = 0; t < p; t += 1) share += inverse[j * size + width + s]! * precision[s * p + t]! * inverse[j * size + width + t]!
    givenFixed[j] = full[j]! - share
  }
  const forms = absorbedQuadraticForms(cross, design, inverse, precision)
  const overD = (form: Float64Array) => form.map((value, i) => 1 / D[i]! + value / D[i]! ** 2)
  return { full: { a: overD(forms.full), b: full }, givenFixed: { a: overD(forms.givenFixed), b: givenFixed }, fixed }
}

/** For b ~ N(0, S^-1), a given b ~ N(-D^-1 M_ab b, D^-1). */
function draw(reduced: Reduced, b: Float64Array, normal: () => number, withAbsorbed: boolean) {
  if (!withAbsorbed) return { a: new Float64Array(0), b }
  const a = Float64Array.from(reduced.D, (value) => normal() / Math.sqrt(value))
  subtractFromAbsorbed(reduced, b, a)
  return { a, b }
}
