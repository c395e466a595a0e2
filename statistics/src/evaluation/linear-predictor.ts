import type { FactorSpec, MixedModelFit, MixedModelInput } from '../mixed-model/types.ts'

/** X beta, length n. */
export function fixedPart({ X, p, y }: MixedModelInput, beta: Float64Array): Float64Array {
  const part = new Float64Array(y.length)
  for (let row = 0; row < y.length; row++) {
    let sum = 0
    for (let column = 0; column < p; column++) sum += (X[row * p + column] ?? 0) * (beta[column] ?? 0)
    part[row] = sum
  }
  return part
}

/** Z u of one factor, length n. */
export function randomPart(factor: FactorSpec, effect: Float64Array, n: number): Float64Array {
  const part = new Float64Array(n)
  forEachMembership(factor, n, (row, level, load) => (part[row] = (part[row] ?? 0) + load * (effect[level] ?? 0)))
  return part
}

/** Goes through every level of every row, with its loading. */
function forEachMembership(factor: FactorSpec, n: number, visit: (row: number, level: number, load: number) => void): void {
  const { index, load } = factor
  for (let row = 0; row < n; row++) {
    const from = 'ptr' in factor ? (factor.ptr[row] ?? 0) : row
    const to = 'ptr' in factor ? (factor.ptr[row + 1] ?? 0) : row + 1
    for (let at = from; at < to; at++) visit(row, index[at] ?? 0, load ? (load[at] ?? 0) : 1)
  }
}

/** y - X beta - Z u, not weighted, length n. */
export function residuals(input: MixedModelInput, fit: MixedModelFit): Float64Array {
  const n = input.y.length
  const parts = [
    fixedPart(input, fit.beta),
    ...input.factors.map((factor, at) => randomPart(factor, fit.terms[at]?.effect ?? new Float64Array(), n)),
  ]
  return input.y.map((value, row) => parts.reduce((rest, part) => rest - (part[row] ?? 0), value))
}
