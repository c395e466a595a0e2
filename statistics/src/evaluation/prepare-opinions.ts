import type { FactorSpec, MixedModelInput, MultipleFactor } from '../mixed-model/types.ts'
import { canonicalOrder } from './canonical-order.ts'
import { codeCaseMix, type CaseMixDesign } from './case-mix.ts'
import type { OpinionRow } from './types.ts'

/** Eligible opinions in canonical order, coded for the model. */
export interface PreparedOpinions {
  rows: readonly OpinionRow[]
  customers: string[]
  customerIndex: Int32Array
  employees: string[]
  /** Employee of each share, compressed rows: loadings are the shares above 0. */
  exposure: MultipleFactor & { load: Float64Array }
  design: CaseMixDesign
  input: MixedModelInput
  /** Factors that the data cannot tell from the rest: one level, or as many levels as rows. */
  notIdentified: string[]
}

/** Codes eligible rows: factors `employee`, `customer` and the groups, leaving out those that cannot be identified. */
export function prepareOpinions(eligible: readonly OpinionRow[], groups: readonly string[]): PreparedOpinions {
  const { rows, customers, employees, groups: levelsOf } = canonicalOrder(eligible, groups)
  const customerIndex = indexOf(rows, customers, (row) => row.customer)
  const exposure = exposureFactor(rows, employees)
  const candidates: FactorSpec[] = [
    exposure,
    { name: 'customer', levels: customers.length, index: customerIndex },
    ...[...levelsOf].map(([name, levels]) => ({
      name,
      levels: levels.length,
      index: indexOf(rows, levels, (row) => row.groups?.[name] ?? ''),
    })),
  ]
  const identified = (factor: FactorSpec) => factor.levels > 1 && factor.levels < rows.length
  const design = codeCaseMix(rows)
  const y = Float64Array.from(rows, (row) => row.rating)
  return {
    rows,
    customers,
    customerIndex,
    employees,
    exposure,
    design,
    input: { y, X: design.X, p: design.p, factors: candidates.filter(identified) },
    notIdentified: candidates.filter((factor) => !identified(factor)).map(({ name }) => name),
  }
}

function indexOf(rows: readonly OpinionRow[], levels: readonly string[], nameOf: (row: OpinionRow) => string): Int32Array {
  const position = positions(levels)
  return Int32Array.from(rows, (row) => position.get(nameOf(row)) ?? 0)
}

function exposureFactor(rows: readonly OpinionRow[], employees: readonly string[]): PreparedOpinions['exposure'] {
  const position = positions(employees)
  const ptr = new Int32Array(rows.length + 1)
  const index: number[] = []
  const load: number[] = []
  rows.forEach((row, at) => {
    const present = row.exposure.filter(({ share }) => share > 0).map(({ employee, share }) => ({ at: position.get(employee) ?? 0, share }))
    for (const one of present.sort((a, b) => a.at - b.at)) {
      index.push(one.at)
      load.push(one.share)
    }
    ptr[at + 1] = index.length
  })
  return { name: 'employee', levels: employees.length, ptr, index: Int32Array.from(index), load: Float64Array.from(load) }
}

/** Where each name stands in a list. */
export const positions = (names: readonly string[]): Map<string, number> => new Map(names.map((name, at) => [name, at]))
