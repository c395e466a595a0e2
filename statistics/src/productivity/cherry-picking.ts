import { holmAdjusted } from '../distributions/holm.ts'
import { normalCdf } from '../distributions/normal.ts'
import { EvaluationError } from '../errors.ts'
import type { ProductivityModel } from './types.ts'

/** One request that somebody took by own choice, and all that this person could and may have taken then, in standard hours. */
export interface PickRow {
  employee: string
  taken: number
  /** With the one taken. */
  offered: readonly number[]
}

/** The same by categories. Work that was assigned is no pick. */
export interface CategoryPick {
  employee: string
  taken: string
  offered: readonly string[]
}

export interface CherryPickResult {
  employee: string
  /** Picks with a choice: more than one difficulty on offer. */
  picks: number
  /** Standardised sum of difficulty taken minus mean offered; below 0 is easier. Normal when nobody selects. */
  D: number
  /** Mean standard hours taken minus offered. */
  hoursTakenMinusOffered: number
  /** Chance of so easy a series or easier without selection; Holm over employees. */
  pValue: number
  adjustedP: number
  /** Something to talk over, at 5% after Holm; never an accusation. */
  noteworthy: boolean
}

/** Puts standard hours on picks, each employee's from the work of colleagues alone. */
export const withStandardHours = (picks: readonly CategoryPick[], productivity: Pick<ProductivityModel, 'hoursWithout'>): PickRow[] =>
  picks.map(({ employee, taken, offered }) => ({
    employee,
    taken: productivity.hoursWithout(employee, taken),
    offered: offered.map((category) => productivity.hoursWithout(employee, category)),
  }))

/**
 * Whether employees pick easier requests than they are offered. Each pick is compared on log standard hours with the
 * mean and variance of what was on offer; without selection the sum is a martingale and D = sum / sqrt(sum of
 * variances) tends to a standard normal. One-sided towards easy. Employees who never had a choice are left out. Throws
 * BAD_OPTION, with the row, where hours are not above 0 or what was taken was not on offer.
 */
export function cherryPicking(picks: readonly PickRow[]): CherryPickResult[] {
  const sums = new Map<string, { picks: number; difference: number; variance: number; hours: number }>()
  picks.forEach((pick, row) => {
    checkPick(pick, row)
    const logs = pick.offered.map(Math.log)
    const centre = mean(logs)
    const variance = mean(logs.map((one) => (one - centre) ** 2))
    if (!(variance > 1e-24)) return
    const own = sums.get(pick.employee) ?? { picks: 0, difference: 0, variance: 0, hours: 0 }
    sums.set(pick.employee, {
      picks: own.picks + 1,
      difference: own.difference + Math.log(pick.taken) - centre,
      variance: own.variance + variance,
      hours: own.hours + pick.taken - mean(pick.offered),
    })
  })
  const employees = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  const scores = employees.map(([, { difference, variance }]) => difference / Math.sqrt(variance))
  const pValues = scores.map(normalCdf)
  const adjusted = holmAdjusted(pValues)
  return employees.map(([employee, own], at) => ({
    employee,
    picks: own.picks,
    D: scores[at]!,
    hoursTakenMinusOffered: own.hours / own.picks,
    pValue: pValues[at]!,
    adjustedP: adjusted[at]!,
    noteworthy: adjusted[at]! < 0.05,
  }))
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function checkPick({ taken, offered }: PickRow, row: number): void {
  if (!offered.every((hours) => hours > 0 && hours < Infinity))
    throw new EvaluationError('BAD_OPTION', 'standard hours are above 0', { row })
  if (!offered.includes(taken)) throw new EvaluationError('BAD_OPTION', 'what was taken was not on offer', { row })
}
