import { randomStream, type MixedModelInput } from '@parvandeh/statistics'

const rows = 1_000_000
const customers = 177_000
const topics = 60
const fixedEffects = 6

/** A million opinions made up from the model itself: busy and quiet customers, employees and topics, six fixed effects. */
export function millionOpinions(employees: number): MixedModelInput {
  const random = randomStream(20_260_101)
  const effects = (levels: number, sd: number): Float64Array => Float64Array.from({ length: levels }, () => sd * random.normal())
  /** Levels taken unevenly: the busiest three times as often as the mean. */
  const level = (levels: number): number => Math.min(levels - 1, Math.floor(levels * random.uniform() ** 1.5))
  const factors = [
    { name: 'customer', levels: customers, index: new Int32Array(rows), truth: effects(customers, 0.5) },
    { name: 'employee', levels: employees, index: new Int32Array(rows), truth: effects(employees, 0.35) },
    { name: 'topic', levels: topics, index: new Int32Array(rows), truth: effects(topics, 0.3) },
  ]
  const y = new Float64Array(rows)
  const X = new Float64Array(rows * fixedEffects)
  for (let row = 0; row < rows; row += 1) {
    let value = 4 + random.normal()
    X[row * fixedEffects] = 1
    for (let column = 1; column < fixedEffects; column += 1) {
      const x = random.uniform() < 0.3 ? 1 : 0
      X[row * fixedEffects + column] = x
      value += (0.1 * column - 0.2) * x
    }
    for (const { levels, index, truth } of factors) {
      index[row] = level(levels)
      value += truth[index[row]!]!
    }
    y[row] = value
  }
  return { y, X, p: fixedEffects, factors: factors.map(({ name, levels, index }) => ({ name, levels, index })) }
}
