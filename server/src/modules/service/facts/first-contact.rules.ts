import type { RequestFacts } from './facts.types.ts'

const sevenDays = 7 * 86_400_000

/**
 * Whether the request was solved at first contact: its first resolution solved it, after one exchange at most, and
 * it did not come back within seven days. An outcome that was not given counts as solved.
 * Undefined when it cannot be told: never resolved, resolved less than seven days ago, merged (it counts where it
 * went), or from a source that kept no contacts.
 */
export function isFirstContactResolution(facts: RequestFacts, now: Date): boolean | undefined {
  const first = facts.resolutions[0]
  if (!first || facts.status === 'merged' || !facts.firstResponseRecorded) return undefined
  if (+now - +first.at < sevenDays) return undefined
  const solved = first.outcome === null || first.outcome === 'solved'
  const cameBack = first.reopenedAt !== null && +first.reopenedAt - +first.at <= sevenDays
  const exchanges = facts.exchanges.filter(({ customerAt, employeeAt }) => (customerAt ?? employeeAt ?? first.at) <= first.at)
  return solved && !cameBack && exchanges.length <= 1
}
