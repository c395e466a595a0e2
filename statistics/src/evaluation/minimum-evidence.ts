import type { EmployeeScore, MinimumEvidence } from './types.ts'

/** What one employee's evidence amounts to. */
export interface Evidence {
  reliability: number
  equivalentOpinions: number
  customers: number
}

/**
 * Share of the variance between employees that the data settle, and the number of full, undisturbed opinions that would
 * settle as much: 1 - se^2/sigma2_u and sigma2 (1/se^2 - 1/sigma2_u), neither below 0.
 */
export function evidenceOf(se: number, employeeVariance: number, residualVariance: number, customers: number): Evidence {
  if (employeeVariance === 0) return { reliability: 0, equivalentOpinions: 0, customers }
  return {
    reliability: Math.max(0, 1 - (se * se) / employeeVariance),
    equivalentOpinions: Math.max(0, residualVariance * (1 / (se * se) - 1 / employeeVariance)),
    customers,
  }
}

/** Suppressed, provisional or shown. */
export function statusOf({ reliability, equivalentOpinions, customers }: Evidence, minimum: MinimumEvidence): EmployeeScore['status'] {
  const enough = customers >= minimum.customers && equivalentOpinions >= minimum.equivalentOpinions && reliability >= minimum.reliability
  if (!enough) return 'suppressed'
  return reliability >= minimum.fullReliability ? 'shown' : 'provisional'
}

/**
 * About how many more full opinions, by other customers, lead to the next status: the equivalent opinions at which
 * reliability reaches its bound are sigma2/sigma2_u rel/(1 - rel).
 */
export function opinionsToNextStatus(evidence: Evidence, minimum: MinimumEvidence, varianceRatio: number): number {
  const status = statusOf(evidence, minimum)
  if (status === 'shown' || !Number.isFinite(varianceRatio)) return 0
  const bound = status === 'suppressed' ? minimum.reliability : minimum.fullReliability
  const forReliability = (varianceRatio * bound) / (1 - bound) - evidence.equivalentOpinions
  const forCount = minimum.equivalentOpinions - evidence.equivalentOpinions
  return Math.max(1, Math.ceil(Math.max(forReliability, forCount, minimum.customers - evidence.customers)))
}
