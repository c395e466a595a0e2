import type { Severity } from '@parvandeh/contract'

/** What is known of how far a file is to be relied on. Nothing in it has an order. */
export interface TrustEvidence {
  /** Of every fixed value: how sure one is of it, from 0 to 1; a confirmed one counts as sure. */
  values: readonly { confidence: number; confirmed: boolean }[]
  /** Ways of access that are verified. */
  verified: number
  /** From 0 to 1; null where it has not been reckoned. */
  completeness: number | null
  /** Fixed values that agree with what was seen. */
  agreements: number
  /** Open ones; a value that somebody doubts is one of them. */
  contradictions: Readonly<Record<Severity, number>>
  /** Months since anything was last confirmed; null where nothing ever was. */
  monthsSinceConfirmed: number | null
  provisional: boolean
}

export type TrustKey = 'values' | 'verified' | 'completeness' | 'agreements' | 'freshness' | 'contradictions' | 'provisional'

export interface TrustReason {
  key: TrustKey
  /** In log-odds. */
  weight: number
  count: number
  of: number | null
}

const bySeverity: Readonly<Record<Severity, number>> = { low: 0.4, medium: 0.8, high: 1.4 }
const halfLifeMonths = 24

/**
 * Why a file is trusted as it is: each piece of evidence with its weight in log-odds.
 *
 *   values          3 (s - 1/2), where s is the mean over fixed values of 1 if confirmed, else of their confidence
 *   verified        0.9 (1 - 2^-n) for n verified ways of access
 *   completeness    c - 1/2, where it is known
 *   agreements      0.8 (1 - 2^(-n/2)) for n values that agree with what was seen
 *   freshness       0.6 2^(-m/24), m months after the last confirmation
 *   contradictions  -0.4, -0.8 or -1.4 for each open one, by its severity
 *   provisional     -1
 *
 * The weights are the product's own choice, made so that a file typed with care stands near 0.7, one that is confirmed,
 * verified and seen to agree above 0.95, and one contradiction takes back about what one verified number gave. Evidence
 * of one kind has bounds or diminishing returns, so that many easy things do not outweigh a hard one.
 */
export function trustReasons(evidence: TrustEvidence): TrustReason[] {
  const { values, verified, completeness, agreements, contradictions, monthsSinceConfirmed } = evidence
  const confirmed = values.filter((value) => value.confirmed).length
  // Summed in order of size, so that the order in which values are told changes no digit.
  const support = values.map((value) => (value.confirmed ? 1 : value.confidence)).toSorted((a, b) => a - b)
  const mean = support.length === 0 ? 0.5 : support.reduce((sum, one) => sum + one, 0) / support.length
  const open = contradictions.low + contradictions.medium + contradictions.high
  const against = bySeverity.low * contradictions.low + bySeverity.medium * contradictions.medium + bySeverity.high * contradictions.high
  const all: TrustReason[] = [
    { key: 'values', weight: 3 * (mean - 0.5), count: confirmed, of: values.length },
    { key: 'verified', weight: 0.9 * (1 - 2 ** -verified), count: verified, of: null },
    {
      key: 'completeness',
      weight: completeness === null ? 0 : completeness - 0.5,
      count: completeness ?? 0,
      of: completeness === null ? null : 1,
    },
    { key: 'agreements', weight: 0.8 * (1 - 2 ** (-agreements / 2)), count: agreements, of: null },
    {
      key: 'freshness',
      weight: monthsSinceConfirmed === null ? 0 : 0.6 * 2 ** (-Math.max(0, monthsSinceConfirmed) / halfLifeMonths),
      count: monthsSinceConfirmed ?? 0,
      of: null,
    },
    { key: 'contradictions', weight: -against, count: open, of: null },
    { key: 'provisional', weight: evidence.provisional ? -1 : 0, count: evidence.provisional ? 1 : 0, of: null },
  ]
  return all.filter(({ weight }) => weight !== 0)
}

/** Between 0 and 1: the logistic of the sum of the reasons; a file of which nothing is known stands at 1/2. */
export function trustOf(evidence: TrustEvidence): number {
  const sum = trustReasons(evidence).reduce((total, { weight }) => total + weight, 0)
  return 1 / (1 + Math.exp(-sum))
}
