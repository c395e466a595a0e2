import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { OpinionModel } from './fit-opinion-model.ts'
import { residuals } from './linear-predictor.ts'
import { selectRows } from './select-rows.ts'
import { heldAt } from './start-at.ts'

/** One customer without whom an employee's score would be another: for the reviewer, never for a decision by itself. */
export interface CustomerInfluence {
  customer: string
  employee: string
  /** Points by which the score would change without this customer's opinions. */
  change: number
  changeInSe: number
  /** Computed by a fit without the customer; otherwise a one-step approximation. */
  exact: boolean
}

/** The approximation may be off by a third: whoever comes this near to the bound is looked at again, exactly. */
const NEAR = 0.6

/**
 * Customers who alone move a score by more than `bound` standard errors (default 0.5), largest first. Every pair is
 * screened by one Newton step without the customer's rows; the `verify` most influential customers (default 50) are
 * then left out in turn, with the variances held, and the exact change decides.
 */
export function influentialCustomers(model: OpinionModel, { bound = 0.5, verify = 50 } = {}): CustomerInfluence[] {
  const near = oneStepChanges(model).filter(({ changeInSe }) => Math.abs(changeInSe) > bound * NEAR)
  const largest = near.sort((a, b) => Math.abs(b.changeInSe) - Math.abs(a.changeInSe))
  const customers = [...new Set(largest.map(({ customer }) => customer))].slice(0, verify)
  const exact = new Map(customers.map((customer) => [customer, effectsWithout(model, customer)]))
  return largest
    .map((pair) => exactChange(model, pair, exact.get(pair.customer)))
    .filter(({ changeInSe }) => Math.abs(changeInSe) > bound)
    .sort((a, b) => Math.abs(b.changeInSe) - Math.abs(a.changeInSe))
}

const employeeTerm = ({ calibrated }: OpinionModel) => calibrated.fit.terms.find(({ name }) => name === 'employee')

/** Sums over the opinions of one customer on one employee. */
interface PairSums {
  /** Sum of weight x share x residual. */
  pull: number
  /** Sums of weight x share^2 and weight x share. */
  information: number
  exposure: number
}

function oneStepChanges(model: OpinionModel): CustomerInfluence[] {
  const { prepared, calibrated } = model
  const { fit } = calibrated
  const term = employeeTerm(model)
  if (!term || term.atBoundary) return []
  const leniency = fit.terms.find(({ name }) => name === 'customer')
  const precision = leniency && !leniency.atBoundary ? fit.sigma2 / leniency.variance : Infinity
  const { pairs, weightOf } = pairSums(model)
  return [...pairs].map(([key, { pull, information, exposure }]) => {
    const customer = Math.floor(key / prepared.employees.length)
    const employee = key % prepared.employees.length
    const se = term.seFull[employee]!
    const variance = se ** 2 / fit.sigma2
    const net = information - exposure ** 2 / (weightOf[customer]! + precision)
    const change = (-variance * pull) / Math.max(0.05, 1 - variance * net)
    return {
      customer: prepared.customers[customer]!,
      employee: prepared.employees[employee]!,
      change,
      changeInSe: change / se,
      exact: false,
    }
  })
}

function pairSums({ prepared, calibrated }: OpinionModel): { pairs: Map<number, PairSums>; weightOf: Float64Array } {
  const { exposure, customerIndex, employees, customers, input } = prepared
  const left = residuals(input, calibrated.fit)
  const pairs = new Map<number, PairSums>()
  const weightOf = new Float64Array(customers.length)
  customerIndex.forEach((customer, row) => {
    const weight = calibrated.weights[row]!
    weightOf[customer]! += weight
    for (let at = exposure.ptr[row]!; at < exposure.ptr[row + 1]!; at++) {
      const share = exposure.load[at]!
      const key = customer * employees.length + exposure.index[at]!
      const sums = pairs.get(key) ?? { pull: 0, information: 0, exposure: 0 }
      sums.pull += weight * share * left[row]!
      sums.information += weight * share * share
      sums.exposure += weight * share
      pairs.set(key, sums)
    }
  })
  return { pairs, weightOf }
}

function effectsWithout({ prepared, calibrated, options }: OpinionModel, customer: string): Float64Array {
  const number = prepared.customers.indexOf(customer)
  const rows = [...prepared.customerIndex.keys()].filter((row) => prepared.customerIndex[row] !== number)
  const rest = selectRows({ ...prepared.input, weights: calibrated.weights }, rows)
  const fit = fitMixedModel(rest, { ...options, start: heldAt(calibrated.fit), maxIterations: 0 })
  return fit.terms.find(({ name }) => name === 'employee')!.effect
}

function exactChange(model: OpinionModel, pair: CustomerInfluence, without: Float64Array | undefined): CustomerInfluence {
  if (!without) return pair
  const term = employeeTerm(model)!
  const at = model.prepared.employees.indexOf(pair.employee)
  const mean = (effect: Float64Array) => effect.reduce((sum, one) => sum + one, 0) / effect.length
  const change = without[at]! - mean(without) - (term.effect[at]! - mean(term.effect))
  return { ...pair, change, changeInSe: change / term.seFull[at]!, exact: true }
}
