import { randomStream } from '../random.ts'
import { conjugateGradients } from './conjugate-gradients.ts'
import { quadraticForm } from './inverse-diagonals.ts'
import { lanczosLogarithm } from './lanczos-logarithm.ts'
import type { Reduced } from './reduce-equations.ts'

const probes = 20
const seed = 1990
const tolerance = 1e-7

/** What random probes say of the fine block, joined with what is known exactly. */
export interface Probed {
  /** log|S_ff| and its standard error. */
  logFine: number
  logFineError: number
  /** Diagonal of S_ff^-1. */
  fineDiagonal: Float64Array
  /** Traces of the blocks of M^-1 of the factors, and the largest of their relative standard errors. */
  traces: Float64Array
  traceError: number
}

/**
 * The same probes of +1 and -1 each time, so that a search sees one smooth function. For z with E zz' = I and
 * x = S^-1 C^(1/2) z, z_j x_j / C_jj^(1/2) estimates the diagonal of S^-1 (Hutchinson 1990; Bekas, Kokiopoulou and Saad 2007).
 */
export function lookWithProbes(reduced: Reduced): Probed {
  const { block, columns } = reduced
  const F = columns.fine.length
  const roots = block.diagonal.map(Math.sqrt)
  const { sign } = randomStream(seed)
  const Z = Float64Array.from({ length: F * probes }, sign)
  const { X, lanczos } = conjugateGradients(
    block,
    Z.map((value, at) => value * roots[Math.floor(at / probes)]!),
    probes,
    tolerance,
  )
  const fineDiagonal = new Float64Array(F)
  for (let i = 0; i < F; i += 1) {
    let sum = 0
    for (let m = 0; m < probes; m += 1) sum += Z[i * probes + m]! * X[i * probes + m]!
    fineDiagonal[i] = Math.max(sum / (probes * roots[i]!), 1 / block.diagonal[i]!)
  }
  const logs = lanczos.map((matrix) => (F === 0 ? 0 : F * lanczosLogarithm(matrix.diagonal, matrix.beside)))
  const log = meanAndError(logs)
  const estimates = tracesByProbe(reduced, Z, X, roots).map(meanAndError)
  return {
    logFine: block.diagonal.reduce((sum, value) => sum + Math.log(value), 0) + log.mean,
    logFineError: log.error,
    fineDiagonal,
    traces: Float64Array.from(estimates, ({ mean }) => mean),
    traceError: Math.max(0, ...estimates.map(({ mean, error }) => error / mean)),
  }
}

function meanAndError(values: number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

/** The trace of each factor's block of M^-1 as each probe sees it. */
function tracesByProbe(reduced: Reduced, Z: Float64Array, X: Float64Array, roots: Float64Array): number[][] {
  const { design, columns } = reduced
  const C = columns.coarse.length
  return design.blocks.map(({ absorbed, offset, levels }) => {
    if (absorbed) return absorbedTraces(reduced, Z, X, roots)
    const first = columns.place[offset]!
    if (first < 0) {
      let exact = 0
      for (let c = -1 - first; c < -1 - first + levels; c += 1) exact += reduced.K[c * (C + 1)]!
      return Array.from({ length: probes }, () => exact)
    }
    const traces = Array.from({ length: probes }, () => 0)
    let exact = 0
    for (let i = first; i < first + levels; i += 1) {
      exact += quadraticForm(reduced.K, reduced.W, i * C, C)
      for (let m = 0; m < probes; m += 1) traces[m]! += (Z[i * probes + m]! * X[i * probes + m]!) / roots[i]!
    }
    return traces.map((value) => value + exact)
  })
}

/** sum_i 1/D_i + a_i'S^-1 a_i / D_i^2: the fine part by the probes, the coarse part, through g_i = a_ic - W'a_if, exactly. */
function absorbedTraces({ block, split, W, K, columns }: Reduced, Z: Float64Array, X: Float64Array, roots: Float64Array): number[] {
  const { D } = block
  const { AF, AC } = split
  const C = columns.coarse.length
  const [left, right, g] = [new Float64Array(probes), new Float64Array(probes), new Float64Array(C)]
  const G = new Float64Array(C * C)
  const traces = Array.from({ length: probes }, () => 0)
  let exact = 0
  for (let level = 0; level < D.length; level += 1) {
    left.fill(0)
    right.fill(0)
    g.fill(0)
    for (let at = AC.ptr[level]!; at < AC.ptr[level + 1]!; at += 1) g[AC.column[at]!]! += AC.value[at]! / D[level]!
    for (let at = AF.ptr[level]!; at < AF.ptr[level + 1]!; at += 1) {
      const i = AF.column[at]!
      const value = AF.value[at]! / D[level]!
      for (let m = 0; m < probes; m += 1) {
        left[m]! += value * X[i * probes + m]!
        right[m]! += (value * Z[i * probes + m]!) / roots[i]!
      }
      for (let c = 0; c < C; c += 1) g[c]! -= value * W[i * C + c]!
    }
    for (let m = 0; m < probes; m += 1) traces[m]! += left[m]! * right[m]!
    for (let c = 0; c < C; c += 1) for (let d = 0; d <= c; d += 1) G[c * C + d]! += g[c]! * g[d]!
    exact += 1 / D[level]!
  }
  for (let c = 0; c < C; c += 1) for (let d = 0; d <= c; d += 1) exact += (c === d ? 1 : 2) * G[c * C + d]! * K[c * C + d]!
  return traces.map((value) => value + exact)
}
