import { holmAdjusted } from '../distributions/holm.ts'
import { hypergeometricTail } from '../distributions/hypergeometric.ts'
import { classifyOpinions } from './eligibility.ts'
import type { EvaluationConfig, OpinionRow } from './types.ts'

export interface ExcludedLowRatings {
  employee: string
  low: number
  excludedLow: number
  /** Part of the own low ratings that does not count, and the same of all colleagues together. */
  share: number
  colleaguesShare: number
  /** Chance of so many excluded or more, were the excluded spread over all low ratings at random; Holm over employees. */
  pValue: number
  adjustedP: number
  noteworthy: boolean
}

/**
 * Compares for each employee the part of low ratings that do not count (no contact in the file, superseded) with that of
 * colleagues: whoever leaves contacts unrecorded could so escape judgement. Low is the lower two fifths of the scale.
 * Fisher's exact test, one-sided, Holm over employees at 5%: a reason to look at the records, no more.
 */
export function compareExcludedLowRatings(rows: readonly OpinionRow[], config: EvaluationConfig): ExcludedLowRatings[] {
  const exclusions = classifyOpinions(rows)
  const bound = config.scale.min + 0.4 * (config.scale.max - config.scale.min)
  const tallies = new Map<string, { low: number; excludedLow: number }>()
  let [low, excludedLow] = [0, 0]
  rows.forEach(({ rating, exposure }, at) => {
    if (rating > bound) return
    for (const { employee } of exposure) {
      const tally = tallies.get(employee) ?? { low: 0, excludedLow: 0 }
      const excluded = exclusions[at] === undefined ? 0 : 1
      tallies.set(employee, { low: tally.low + 1, excludedLow: tally.excludedLow + excluded })
      low += 1
      excludedLow += excluded
    }
  })
  const employees = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))
  const pValues = employees.map(([, own]) => hypergeometricTail(own.excludedLow, own.low, excludedLow, low))
  const adjusted = holmAdjusted(pValues)
  return employees.map(([employee, own], at) => ({
    employee,
    ...own,
    share: own.excludedLow / own.low,
    colleaguesShare: low > own.low ? (excludedLow - own.excludedLow) / (low - own.low) : 0,
    pValue: pValues[at]!,
    adjustedP: adjusted[at]!,
    noteworthy: adjusted[at]! < 0.05,
  }))
}
