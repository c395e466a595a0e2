import { type ListParts, readListParts } from '../../../lists/list-search.ts'
import { type Period, readPeriod } from '../../../ui/date/periods.ts'

/** What the address of the trail may hold. */
export interface AuditSearch extends ListParts {
  period: Period
  personId?: string | undefined
  action?: string | undefined
}

/** The period where the address has none. */
export const usualPeriod: Period = 'last-30-days'

const word = (value: unknown, pattern: RegExp) => (typeof value === 'string' && pattern.test(value) ? value : undefined)

/** Reads it out of the address; without a period, the last thirty days. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const personId = word(search.personId, /^[0-9a-f-]{36}$/)
  const action = word(search.action, /^[a-z.-]{3,80}$/)
  return {
    period: readPeriod(search.period, usualPeriod),
    ...(personId ? { personId } : {}),
    ...(action ? { action } : {}),
    ...readListParts(search),
  }
}
