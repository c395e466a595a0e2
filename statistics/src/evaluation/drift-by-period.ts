import { EvaluationError } from '../errors.ts'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MultipleFactor } from '../mixed-model/types.ts'
import type { OpinionModel } from './fit-opinion-model.ts'
import { positions, type PreparedOpinions } from './prepare-opinions.ts'
import { startAt } from './start-at.ts'

export interface EmployeeDrift {
  employee: string
  /** Latest period against the period before, in points. */
  change: number
  se: number
  /** Probability that the latest period is better than the one before. */
  pBetter: number
}

export interface DriftReport {
  /** Independent deviations from one's usual level, or steps of a random walk. */
  shape: DriftShape
  periods: string[]
  /** Variance of a deviation, or of a step from period to period. */
  variance: number
  /** True: no change over time can be shown; no employee is listed. */
  atBoundary: boolean
  employees: EmployeeDrift[]
}

export type DriftShape = 'deviations' | 'random-walk'

const FACTOR = 'employee:period'

/**
 * Whether employees change over the periods of the rows, the evidence weights of the model being kept. Deviations:
 * score = usual + deviation of the period, independent. Random walk: each period adds a step to the one before; a row of
 * period t then carries all steps up to t, so it is a factor of multiple membership like any other. Employees without
 * an opinion in the last two periods are left out. Throws BAD_OPTION where a row has no period or there is only one.
 */
export function driftByPeriod(model: OpinionModel, shape: DriftShape = 'deviations'): DriftReport {
  const { prepared, calibrated, config, options } = model
  const periods = periodsOf(prepared)
  const factor = periodFactor(prepared, periods, shape)
  const input = { ...prepared.input, factors: [...prepared.input.factors, factor], weights: calibrated.weights }
  const fit = fitMixedModel(input, { ...options, start: [...startAt(calibrated.fit), 0.02] })
  const term = fit.terms.find(({ name }) => name === FACTOR)!
  const report = { shape, periods, variance: term.variance, atBoundary: term.atBoundary }
  if (term.atBoundary || !fit.converged) return { ...report, employees: [] }
  const changes = changeDraws(fit.sample(FACTOR, config.draws, config.seed), prepared.employees.length, periods.length, shape)
  const judged = presentAtEnd(prepared, periods)
  const employees = prepared.employees.flatMap((employee, at) => (judged.has(at) ? [describeChange(employee, changes[at]!)] : []))
  return { ...report, employees: employees.sort((a, b) => (a.employee < b.employee ? -1 : 1)) }
}

function periodsOf({ rows }: PreparedOpinions): string[] {
  const row = rows.findIndex(({ period }) => period === undefined)
  if (row >= 0) throw new EvaluationError('BAD_OPTION', 'an opinion has no period', { id: rows[row]!.id })
  const periods = [...new Set(rows.map(({ period }) => period!))].sort()
  if (periods.length < 2) throw new EvaluationError('BAD_OPTION', 'drift needs two periods', { periods: periods.length })
  return periods
}

/** Level employee x periods + period; the first step of a walk is the usual level itself and has no level of its own. */
function periodFactor({ rows, exposure, employees }: PreparedOpinions, periods: string[], shape: DriftShape): MultipleFactor {
  const place = positions(periods)
  const ptr = new Int32Array(rows.length + 1)
  const index: number[] = []
  const load: number[] = []
  rows.forEach((row, r) => {
    const now = place.get(row.period!)!
    const first = shape === 'deviations' ? now : 1
    for (let at = exposure.ptr[r]!; at < exposure.ptr[r + 1]!; at++) {
      for (let period = first; period <= now; period++) {
        index.push(exposure.index[at]! * periods.length + period)
        load.push(exposure.load[at]!)
      }
    }
    ptr[r + 1] = index.length
  })
  return { name: FACTOR, levels: employees.length * periods.length, ptr, index: Int32Array.from(index), load: Float64Array.from(load) }
}

/** For each employee the draws of the latest change. */
function changeDraws(draws: Float64Array, employees: number, periods: number, shape: DriftShape): Float64Array[] {
  const width = employees * periods
  const count = draws.length / width
  return Array.from({ length: employees }, (_, employee) => {
    const last = employee * periods + periods - 1
    return Float64Array.from({ length: count }, (_unused, m) => {
      const latest = draws[m * width + last]!
      return shape === 'deviations' ? latest - draws[m * width + last - 1]! : latest
    })
  })
}

function presentAtEnd({ rows, exposure }: PreparedOpinions, periods: readonly string[]): Set<number> {
  const seen = [new Set<number>(), new Set<number>()]
  const lastTwo = positions(periods.slice(-2))
  rows.forEach(({ period }, r) => {
    const which = lastTwo.get(period!)
    if (which !== undefined) for (let at = exposure.ptr[r]!; at < exposure.ptr[r + 1]!; at++) seen[which]!.add(exposure.index[at]!)
  })
  return new Set([...seen[0]!].filter((employee) => seen[1]!.has(employee)))
}

function describeChange(employee: string, draws: Float64Array): EmployeeDrift {
  const change = draws.reduce((sum, one) => sum + one, 0) / draws.length
  const se = Math.sqrt(draws.reduce((sum, one) => sum + (one - change) ** 2, 0) / draws.length)
  return { employee, change, se, pBetter: draws.filter((one) => one > 0).length / draws.length }
}
