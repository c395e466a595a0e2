import { severities } from '@parvandeh/contract'

/** What the desk of contradictions is narrowed by; in the address. */
export interface ContradictionSearch {
  state?: 'settled'
  severity?: (typeof severities)[number]
  ruleId?: string
  unitId?: string
  ownerId?: string
}

const id = (value: unknown) => (typeof value === 'string' && /^[\da-f-]{36}$/u.test(value) ? value : undefined)

/** Reads the address; what makes no sense is as if it were not there. */
export function readContradictionSearch(search: Record<string, unknown>): ContradictionSearch {
  const severity = severities.find((one) => one === search.severity)
  const [ruleId, unitId, ownerId] = [id(search.ruleId), id(search.unitId), id(search.ownerId)]
  return {
    ...(search.state === 'settled' && { state: 'settled' as const }),
    ...(severity && { severity }),
    ...(ruleId && { ruleId }),
    ...(unitId && { unitId }),
    ...(ownerId && { ownerId }),
  }
}
