import { effectsOf, project, type Coefficients, type Design } from '../mixed-model/design.ts'
import type { CrossProducts } from '../mixed-model/cross-products.ts'
import type { Equations } from '../mixed-model/equations.ts'
import { conjugateGradients } from './conjugate-gradients.ts'
import { inverseDiagonals, rowForms } from './inverse-diagonals.ts'
import { lookWithProbes, type Probed } from './probes.ts'
import { reduce, type Reduced } from './reduce-equations.ts'
import { splitColumns, splitProducts, type SplitProducts } from './split-columns.ts'

const tolerance = 1e-11

/**
 * Equations too large for a dense factor. The absorbed factor is eliminated; of what is left, the few columns of small
 * factors and fixed effects are solved for exactly by their Schur complement, the many of the large factors by conjugate
 * gradients. Traces and log|M| are estimated from fixed random probes (Hutchinson 1990), on the fine block alone, where
 * they vary little. Diagonals of the inverse at single levels are of the same kind.
 */
export function pcgEquations(design: Design): Equations {
  const columns = splitColumns(design)
  let products: { cross: CrossProducts; split: SplitProducts } | undefined
  let reduced: Reduced
  let lastW: Float64Array | undefined
  let probed: Probed
  return {
    kind: 'pcg',
    kernel: 'js',
    prepare(cross, ratios, correction) {
      if (products?.cross !== cross) products = { cross, split: splitProducts(cross, design, columns) }
      reduced = reduce(design, columns, cross, products.split, ratios, correction, lastW)
      lastW = reduced.W
      probed = lookWithProbes(reduced)
      return probed.logFine + reduced.logCoarse + reduced.block.D.reduce((sum, value) => sum + Math.log(value), 0)
    },
    logDeterminantError: () => probed.logFineError,
    solve: (right) => solve(reduced, right),
    traces: () => probed.traces,
    traceError: () => probed.traceError,
    inverseDiagonal: () => inverseDiagonals(reduced, probed.fineDiagonal),
    quadraticForms: () => rowForms(reduced, probed.fineDiagonal),
    drawer: (normal) => () => draw(reduced, normal),
  }
}

function solve({ design, columns, split, block, W, K }: Reduced, right: Coefficients): Coefficients {
  const { D } = block
  const { AF, AC } = split
  const [F, C] = [columns.fine.length, columns.coarse.length]
  const fine = Float64Array.from(columns.fine, (column) => right.b[column]!)
  const coarse = Float64Array.from(columns.coarse, (column) => right.b[column]!)
  for (let level = 0; level < D.length; level += 1) {
    const value = right.a[level]! / D[level]!
    for (let at = AF.ptr[level]!; at < AF.ptr[level + 1]!; at += 1) fine[AF.column[at]!]! -= AF.value[at]! * value
    for (let at = AC.ptr[level]!; at < AC.ptr[level + 1]!; at += 1) coarse[AC.column[at]!]! -= AC.value[at]! * value
  }
  // S_cf y = W' r_f for y = S_ff^-1 r_f.
  const y = conjugateGradients(block, fine, 1, tolerance).X
  for (let i = 0; i < F; i += 1) for (let c = 0; c < C; c += 1) coarse[c]! -= W[i * C + c]! * fine[i]!
  const x = coarse.map((_, c) => coarse.reduce((sum, value, d) => sum + K[c * C + d]! * value, 0))
  for (let i = 0; i < F; i += 1) for (let c = 0; c < C; c += 1) y[i]! -= W[i * C + c]! * x[c]!
  const a = right.a.slice()
  for (let level = 0; level < D.length; level += 1) {
    for (let at = AF.ptr[level]!; at < AF.ptr[level + 1]!; at += 1) a[level]! -= AF.value[at]! * y[AF.column[at]!]!
    for (let at = AC.ptr[level]!; at < AC.ptr[level + 1]!; at += 1) a[level]! -= AC.value[at]! * x[AC.column[at]!]!
    a[level]! /= D[level]!
  }
  const b = new Float64Array(design.size)
  columns.fine.forEach((column, i) => (b[column] = y[i]!))
  columns.coarse.forEach((column, c) => (b[column] = x[c]!))
  return { a, b }
}

/** M^-1 (T'W^(1/2) e + G^(-1/2) e') has covariance M^-1 M M^-1 = M^-1. */
function draw(reduced: Reduced, normal: () => number): Coefficients {
  const { design, precision, weights } = reduced
  const right = project(
    design,
    weights.map((weight) => Math.sqrt(weight) * normal()),
  )
  design.blocks.forEach((_, k) => {
    const own = effectsOf(design, right, k)
    for (let level = 0; level < own.length; level += 1) own[level]! += Math.sqrt(precision[k]!) * normal()
  })
  return solve(reduced, right)
}
