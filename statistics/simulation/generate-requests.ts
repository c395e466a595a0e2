import { randomStream, type RandomStream } from '../src/random.ts'
import type { CategoryPick } from '../src/productivity/cherry-picking.ts'
import type { RequestRow } from '../src/productivity/types.ts'
import { cumulative, pickBy } from './people.ts'

/** A simulated desk: employees who take requests from a queue until their hours are over. */
export interface DeskSetting {
  employees: number
  hours: number
  /** Part of the employees who pick easy requests, and how strongly: chance times exp(-kappa log difficulty). */
  pickers: number
  kappa: number
  speedSd: number
}

export const DESK: DeskSetting = { employees: 40, hours: 160, pickers: 0.25, kappa: 1, speedSd: 0.2 }

export interface SimulatedDesk {
  requests: RequestRow[]
  picks: CategoryPick[]
  /** True log speed of each employee, named `e<j>`; the first ones are the pickers. */
  speed: Float64Array
  hoursAvailable: Record<string, number>
}

const CATEGORIES = 12
const CATEGORY_SD = 0.7
const ERROR_SD = 0.6
const QUEUE = 10

/** A desk by its seed. Mean time is about an hour; what is on somebody's desk at the end is censored. */
export function generateRequests(setting: DeskSetting, seed: number): SimulatedDesk {
  const stream = randomStream(seed)
  const difficulty = Array.from({ length: CATEGORIES }, () => CATEGORY_SD * stream.normal())
  const speed = Float64Array.from({ length: setting.employees }, () => setting.speedSd * stream.normal())
  const desk: SimulatedDesk = { requests: [], picks: [], speed, hoursAvailable: {} }
  speed.forEach((own, employee) => {
    const kappa = employee < Math.round(setting.pickers * setting.employees) ? setting.kappa : 0
    desk.hoursAvailable[`e${employee}`] = setting.hours
    workThrough(desk, `e${employee}`, own, { difficulty, kappa, hours: setting.hours, stream })
  })
  return desk
}

interface Shift {
  difficulty: readonly number[]
  kappa: number
  hours: number
  stream: RandomStream
}

function workThrough(desk: SimulatedDesk, employee: string, speed: number, { difficulty, kappa, hours, stream }: Shift): void {
  const { uniform, normal } = stream
  for (let left = hours; left > 0;) {
    const queue = Array.from({ length: QUEUE }, () => Math.floor(CATEGORIES * uniform()))
    const chances = cumulative(queue.map((category) => Math.exp(-kappa * difficulty[category]!)))
    const category = queue[pickBy(chances, uniform())]!
    const time = Math.exp(-0.35 + difficulty[category]! - speed + ERROR_SD * normal())
    const name = (one: number) => `k${one}`
    desk.picks.push({ employee, taken: name(category), offered: queue.map(name) })
    desk.requests.push({
      id: `r${desk.requests.length}`,
      employee,
      category: name(category),
      hours: Math.min(time, left),
      closed: time <= left,
    })
    left -= time
  }
}
