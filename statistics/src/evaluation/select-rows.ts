import type { FactorSpec, MixedModelInput } from '../mixed-model/types.ts'

/** The input with only the rows given, in their order; levels keep their numbers. */
export function selectRows(input: MixedModelInput, rows: readonly number[]): MixedModelInput {
  const { p, X, weights } = input
  const selected = new Float64Array(rows.length * p)
  rows.forEach((row, at) => selected.set(X.subarray(row * p, (row + 1) * p), at * p))
  return {
    ...input,
    y: Float64Array.from(rows, (row) => input.y[row]!),
    X: selected,
    weights: weights && Float64Array.from(rows, (row) => weights[row]!),
    factors: input.factors.map((factor) => selectFactor(factor, rows)),
  }
}

function selectFactor(factor: FactorSpec, rows: readonly number[]): FactorSpec {
  const { name, levels, index, load } = factor
  if (!('ptr' in factor)) {
    return { name, levels, index: Int32Array.from(rows, (row) => index[row]!), load: load && Float64Array.from(rows, (row) => load[row]!) }
  }
  const entries = rows.map((row) => Array.from({ length: factor.ptr[row + 1]! - factor.ptr[row]! }, (_, at) => factor.ptr[row]! + at))
  const ptr = new Int32Array(rows.length + 1)
  entries.forEach((own, at) => (ptr[at + 1] = ptr[at]! + own.length))
  const flat = entries.flat()
  return { name, levels, ptr, index: Int32Array.from(flat, (at) => index[at]!), load: load && Float64Array.from(flat, (at) => load[at]!) }
}
