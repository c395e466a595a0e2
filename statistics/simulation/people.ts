import type { RandomStream } from '../src/random.ts'
import type { OpinionSetting } from './opinion-settings.ts'

const BRANCHES = 8
export const CATEGORY_EFFECT = [-0.7, -0.35, -0.1, 0.1, 0.25, 0.4]
const CATEGORY_CHANCE = [0.1, 0.15, 0.2, 0.2, 0.2, 0.15]

/** The people of a simulated company, by their numbers. */
export interface People {
  effect: Float64Array
  /** Cumulative chances of the employees by volume, of all and of those of each branch (employee j in branch j mod 8). */
  volume: number[]
  volumeInBranch: number[][]
  /** Cumulative chances of the categories for each employee: the good get hard ones, some pick. */
  categories: number[][]
  /** Employees about whom those who never met them speak badly. */
  hostile: Set<number>
  suspects: Set<number>
  branchOf: number[]
  leniency: number[]
  completeness: number[]
  activity: number[]
}

/** Draws employees, branches and customers. */
export function drawPeople(setting: OpinionSetting, { uniform, normal }: RandomStream): People {
  const numbers = Array.from({ length: setting.employees }, (_, at) => at)
  const effect = Float64Array.from(numbers, () => setting.employeeSd * normal())
  const volume = numbers.map(() => Math.exp(0.8 * normal()))
  const branchLeniency = Array.from({ length: BRANCHES }, () => 0.35 * normal())
  const customers = Array.from({ length: setting.customers }, () => {
    const branch = Math.floor(BRANCHES * uniform())
    return {
      branch,
      leniency: branchLeniency[branch]! + 0.5 * normal(),
      completeness: Math.max(0, Math.min(1, 0.55 + 0.25 * normal())),
      activity: Math.exp(0.9 * normal()),
    }
  })
  return {
    effect,
    volume: cumulative(volume),
    volumeInBranch: branchLeniency.map((_, branch) => cumulative(volume.map((one, at) => (at % BRANCHES === branch ? one : 0)))),
    categories: numbers.map((at) => categoryChances((setting.employeeSd > 0 ? (-1.2 * effect[at]!) / setting.employeeSd : 0) + normal())),
    hostile: new Set(numbers.slice(0, Math.round(0.1 * setting.employees))),
    suspects: suspectsOf(setting, numbers),
    branchOf: customers.map(({ branch }) => branch),
    leniency: customers.map(({ leniency }) => leniency),
    completeness: customers.map(({ completeness }) => completeness),
    activity: cumulative(customers.map(({ activity }) => activity)),
  }
}

/** The attacked one in a setting with a clique, else the choosers, who are the last of the employees. */
function suspectsOf(setting: OpinionSetting, numbers: number[]): Set<number> {
  if (setting.clique > 0) return new Set([0])
  return new Set(numbers.slice(numbers.length - Math.round(setting.choosers * setting.employees)))
}

/** An employee by volume, four times in five of the customer's own branch. */
export const drawEmployee = ({ volume, volumeInBranch }: People, branch: number, { uniform }: RandomStream): number =>
  pickBy(uniform() < 0.8 ? volumeInBranch[branch]! : volume, uniform())

/** Base chances of the categories times exp(1.5 preference effect). */
const categoryChances = (preference: number): number[] =>
  cumulative(CATEGORY_CHANCE.map((chance, at) => chance * Math.exp(1.5 * preference * CATEGORY_EFFECT[at]!)))

/** Sums up to each place, as parts of the whole. */
export function cumulative(chances: readonly number[]): number[] {
  const whole = chances.reduce((sum, chance) => sum + chance, 0)
  let sum = 0
  return chances.map((chance) => (sum += chance) / whole)
}

/** The place of a uniform draw among cumulative chances, by halving. */
export function pickBy(cumulated: readonly number[], u: number): number {
  let [low, high] = [0, cumulated.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulated[middle]! > u) high = middle
    else low = middle + 1
  }
  return low
}
