import { canonicalOrder } from '../evaluation/canonical-order.ts'
import { codeCaseMix } from '../evaluation/case-mix.ts'
import { positions } from '../evaluation/prepare-opinions.ts'
import type { OpinionRow } from '../evaluation/types.ts'
import type { FactorSpec, MixedModelInput } from '../mixed-model/types.ts'
import type { RequestRow } from './types.ts'

/** Requests coded for the model of time to resolution, in an order that depends on their content alone. */
export interface PreparedRequests {
  rows: readonly RequestRow[]
  employees: string[]
  categories: string[]
  input: MixedModelInput
}

/** Codes the requests: factors `employee` and `category` (each only with more than one level), facts as fixed effects. */
export function prepareRequests(given: readonly RequestRow[]): PreparedRequests {
  const { rows, employees, categories } = inCanonicalOrder(given)
  const factor = (name: string, levels: string[], of: (row: RequestRow) => string): FactorSpec => {
    const place = positions(levels)
    return { name, levels: levels.length, index: Int32Array.from(rows, (row) => place.get(of(row))!) }
  }
  const factors = [factor('employee', employees, ({ employee }) => employee), factor('category', categories, ({ category }) => category)]
  const { X, p } = codeCaseMix(rows.map(({ facts = {} }) => ({ caseMix: facts })))
  const input: MixedModelInput = {
    y: Float64Array.from(rows, ({ hours }) => hours),
    X,
    p,
    factors: factors.filter(({ levels }) => levels > 1 && levels < rows.length),
    family: 'lognormal-censored',
    censor: Uint8Array.from(rows, ({ closed }) => (closed ? 0 : 1)),
  }
  return { rows, employees, categories, input }
}

function inCanonicalOrder(given: readonly RequestRow[]) {
  const known = new Map(given.map((row) => [row.id, row]))
  const { rows, customers, employees } = canonicalOrder(given.map(asContent), [])
  return { rows: rows.map(({ id }) => known.get(id)!), employees, categories: customers }
}

/** What a request says, in the words in which contents are compared: its category stands where the customer would. */
const asContent = (row: RequestRow): OpinionRow => ({
  id: row.id,
  rating: row.hours,
  customer: row.category,
  exposure: [{ employee: row.employee, share: 1 }],
  contacts: row.closed ? 1 : 0,
  daysSinceContact: row.handedOver ? 1 : 0,
  completeness: row.reopened ? 1 : 0,
  caseMix: row.facts ?? {},
})
