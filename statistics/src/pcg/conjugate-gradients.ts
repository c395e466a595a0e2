import type { SparseRows } from '../mixed-model/cross-products.ts'

/** The fine block S = FF + diag(precision) - AF' D^-1 AF, with its diagonal. */
export interface FineBlock {
  FF: SparseRows
  AF: SparseRows
  D: Float64Array
  precision: Float64Array
  diagonal: Float64Array
}

/** Diagonal of the fine block. */
export function diagonalOf({ FF, AF, D, precision }: Omit<FineBlock, 'diagonal'>): Float64Array {
  const diagonal = precision.slice()
  for (let i = 0; i < diagonal.length; i += 1)
    for (let at = FF.ptr[i]!; at < FF.ptr[i + 1]!; at += 1) if (FF.column[at] === i) diagonal[i]! += FF.value[at]!
  for (let level = 0; level < D.length; level += 1)
    for (let at = AF.ptr[level]!; at < AF.ptr[level + 1]!; at += 1) diagonal[AF.column[at]!]! -= AF.value[at]! ** 2 / D[level]!
  return diagonal
}

/** S X for m right-hand sides side by side (row after row). */
function multiplyFine({ FF, AF, D, precision }: FineBlock, X: Float64Array, m: number): Float64Array {
  const Y = new Float64Array(X.length)
  const sums = new Float64Array(m)
  for (let i = 0; i < precision.length; i += 1) {
    for (let c = 0; c < m; c += 1) Y[i * m + c]! += precision[i]! * X[i * m + c]!
    for (let at = FF.ptr[i]!; at < FF.ptr[i + 1]!; at += 1) {
      const j = FF.column[at]!
      const value = FF.value[at]!
      for (let c = 0; c < m; c += 1) Y[i * m + c]! += value * X[j * m + c]!
      if (j !== i) for (let c = 0; c < m; c += 1) Y[j * m + c]! += value * X[i * m + c]!
    }
  }
  for (let level = 0; level < D.length; level += 1) {
    const [from, to] = [AF.ptr[level]!, AF.ptr[level + 1]!]
    sums.fill(0)
    for (let at = from; at < to; at += 1) {
      const row = AF.column[at]! * m
      const value = AF.value[at]! / D[level]!
      for (let c = 0; c < m; c += 1) sums[c]! += value * X[row + c]!
    }
    for (let at = from; at < to; at += 1) {
      const row = AF.column[at]! * m
      const value = AF.value[at]!
      for (let c = 0; c < m; c += 1) Y[row + c]! -= value * sums[c]!
    }
  }
  return Y
}

/** Solutions, and for each right-hand side the tridiagonal matrix of Lanczos that conjugate gradients build on the way. */
export interface Solved {
  X: Float64Array
  lanczos: { diagonal: number[]; beside: number[] }[]
}

const mostIterations = 500

/**
 * S X = B by conjugate gradients with the diagonal as preconditioner (Golub and Van Loan, section 11.5), m right-hand sides
 * at once, each until its residual is `tolerance` of B in the norm of the preconditioner; from `start` or from 0.
 */
export function conjugateGradients(block: FineBlock, B: Float64Array, m: number, tolerance: number, start?: Float64Array): Solved {
  const { diagonal } = block
  const X = start?.slice() ?? new Float64Array(B.length)
  const R = start ? multiplyFine(block, start, m).map((value, at) => B[at]! - value) : B.slice()
  const P = new Float64Array(B.length)
  const lanczos = Array.from({ length: m }, () => ({ diagonal: [] as number[], beside: [] as number[] }))
  const enough = energies(B, diagonal, m).map((value) => value * tolerance ** 2)
  let energy = energies(R, diagonal, m).map((value, c) => (value > enough[c]! ? value : 0))
  let beta = new Float64Array(m)
  let carried = new Float64Array(m)
  for (let iteration = 0; iteration < mostIterations && energy.some((value) => value > 0); iteration += 1) {
    turn(P, R, diagonal, beta)
    const Q = multiplyFine(block, P, m)
    const curvature = columnProducts(P, Q, m)
    const alpha = energy.map((value, c) => (value > 0 ? value / curvature[c]! : 0))
    advance(X, P, alpha, 1)
    advance(R, Q, alpha, -1)
    const next = energies(R, diagonal, m)
    beta = next.map((value, c) => (alpha[c]! > 0 ? value / energy[c]! : 0))
    lanczos.forEach((own, c) => {
      if (alpha[c] === 0) return
      own.diagonal.push(1 / alpha[c]! + carried[c]!)
      own.beside.push(Math.sqrt(beta[c]!) / alpha[c]!)
    })
    carried = beta.map((value, c) => (alpha[c]! > 0 ? value / alpha[c]! : 0))
    energy = next.map((value, c) => (alpha[c]! > 0 && value > enough[c]! ? value : 0))
  }
  return { X, lanczos }
}

/** P := C^-1 R + P diag(beta). */
function turn(P: Float64Array, R: Float64Array, diagonal: Float64Array, beta: Float64Array): void {
  const m = beta.length
  for (let i = 0, at = 0; i < diagonal.length; i += 1) {
    const scale = 1 / diagonal[i]!
    for (let c = 0; c < m; c += 1, at += 1) P[at] = R[at]! * scale + beta[c]! * P[at]!
  }
}

/** X += sign P diag(alpha). */
function advance(X: Float64Array, P: Float64Array, alpha: Float64Array, sign: 1 | -1): void {
  const m = alpha.length
  for (let at = 0; at < X.length;) for (let c = 0; c < m; c += 1, at += 1) X[at]! += sign * alpha[c]! * P[at]!
}

/** r' C^-1 r for each column. */
function energies(R: Float64Array, diagonal: Float64Array, m: number): Float64Array {
  const sums = new Float64Array(m)
  for (let i = 0, at = 0; i < diagonal.length; i += 1) {
    const scale = 1 / diagonal[i]!
    for (let c = 0; c < m; c += 1, at += 1) sums[c]! += R[at]! * R[at]! * scale
  }
  return sums
}

function columnProducts(X: Float64Array, Y: Float64Array, m: number): Float64Array {
  const sums = new Float64Array(m)
  for (let at = 0; at < X.length;) for (let c = 0; c < m; c += 1, at += 1) sums[c]! += X[at]! * Y[at]!
  return sums
}
