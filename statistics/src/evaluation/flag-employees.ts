import { EvaluationError } from '../errors.ts'
import type { EvaluationReport } from './types.ts'

/** Somebody who stands out in two consecutive published periods: an occasion to talk, decided by a named person. */
export interface EmployeeFlag {
  employee: string
  flag: 'needs-attention' | 'outstanding'
  /** Probability of a difference above the practical one, in the earlier and the later period. */
  probability: [number, number]
}

const CERTAIN_ENOUGH = 0.95

/**
 * Flags of two consecutive published periods: P(below or above colleagues by more than the practical difference) at
 * least 0.95 and full reliability (status shown) in both. Quarters are not used: they force somebody to be last. Throws
 * BAD_OPTION where a report is exploratory or the protocols differ in scale, practical difference or minimum evidence.
 */
export function flagEmployees(earlier: EvaluationReport, later: EvaluationReport): EmployeeFlag[] {
  requireSameProtocol(earlier, later)
  if (earlier.finding !== 'scored' || later.finding !== 'scored') return []
  const before = new Map(earlier.employees.map((score) => [score.employee, score]))
  return later.employees.flatMap((now): EmployeeFlag[] => {
    const then = before.get(now.employee)
    if (then?.status !== 'shown' || now.status !== 'shown') return []
    const below: [number, number] = [then.pBelow ?? 0, now.pBelow ?? 0]
    const above: [number, number] = [then.pAbove ?? 0, now.pAbove ?? 0]
    if (Math.min(...below) >= CERTAIN_ENOUGH) return [{ employee: now.employee, flag: 'needs-attention', probability: below }]
    if (Math.min(...above) >= CERTAIN_ENOUGH) return [{ employee: now.employee, flag: 'outstanding', probability: above }]
    return []
  })
}

function requireSameProtocol(earlier: EvaluationReport, later: EvaluationReport): void {
  const terms = ({ config: { scale, practicalDifference, minimum } }: EvaluationReport) =>
    JSON.stringify([
      scale.min,
      scale.max,
      practicalDifference,
      minimum.customers,
      minimum.equivalentOpinions,
      minimum.reliability,
      minimum.fullReliability,
    ])
  if (earlier.config.exploratory || later.config.exploratory) throw new EvaluationError('BAD_OPTION', 'an exploratory run cannot be cited')
  if (terms(earlier) !== terms(later)) throw new EvaluationError('BAD_OPTION', 'the two periods followed different protocols')
}
