import type { FactorSpec, MixedModelInput } from '../mixed-model/types.ts'
import { randomStream } from '../random.ts'

interface Shape {
  rows: number
  customers: number
  employees: number
  /** Most employees in one row; their shares add up to one. */
  together?: number
  seed?: number
  /** Variances of customers, employees and the residual. */
  variances?: [number, number, number]
}

/** Opinions with a known truth: y = 3 + 0.5 x + customer + sum of shares times employees + noise, with uneven weights. */
export function madeUpOpinions({ rows, customers, employees, together = 1, seed = 1, variances = [0.3, 0.2, 1] }: Shape) {
  const random = randomStream(seed)
  const whole = (below: number): number => Math.floor(random.uniform() * below)
  const truth = {
    customer: Float64Array.from({ length: customers }, () => Math.sqrt(variances[0]) * random.normal()),
    employee: Float64Array.from({ length: employees }, () => Math.sqrt(variances[1]) * random.normal()),
  }
  const [index, load, ptr]: [number[], number[], number[]] = [[], [], [0]]
  const customer = new Int32Array(rows)
  const [y, X, weights] = [new Float64Array(rows), new Float64Array(2 * rows), new Float64Array(rows)]
  for (let r = 0; r < rows; r += 1) {
    customer[r] = r < customers ? r : whole(customers)
    const chosen = new Set<number>()
    const count = together === 1 ? 1 : 2 + whole(together - 1)
    while (chosen.size < count) chosen.add(whole(employees))
    const shares = Array.from(chosen, () => 0.2 + random.uniform())
    const total = shares.reduce((sum, share) => sum + share, 0)
    X.set([1, random.normal()], 2 * r)
    weights[r] = 0.5 + random.uniform()
    y[r] = 3 + 0.5 * X[2 * r + 1]! + truth.customer[customer[r]!]! + (Math.sqrt(variances[2]) * random.normal()) / Math.sqrt(weights[r]!)
    ;[...chosen].forEach((employee, at) => {
      index.push(employee)
      load.push(shares[at]! / total)
      y[r]! += (shares[at]! / total) * truth.employee[employee]!
    })
    ptr.push(index.length)
  }
  const factors: FactorSpec[] = [
    { name: 'customer', levels: customers, index: customer },
    { name: 'employee', levels: employees, ptr: Int32Array.from(ptr), index: Int32Array.from(index), load: Float64Array.from(load) },
  ]
  return { input: { y, X, p: 2, factors, weights } satisfies MixedModelInput, truth }
}
