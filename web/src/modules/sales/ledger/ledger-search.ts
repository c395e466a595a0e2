import { entryKinds } from '@parvandeh/contract'
import { type ListParts, readListParts } from '../../../lists/list-search.ts'
import { type Period, readPeriod } from '../../../ui/date/periods.ts'

/** What the address of a ledger may hold; `entry` is the voucher that is open. */
export type LedgerSearch = ListParts & {
  kinds?: string | undefined
  voided?: boolean | undefined
  period?: Period | undefined
  entry?: string | undefined
}

/** Reads the filters out of the address. */
export function readLedgerSearch(search: Record<string, unknown>): LedgerSearch {
  const { kinds, voided, period, entry } = search
  return {
    ...(entryKinds.some((kind) => kind === kinds) ? { kinds: String(kinds) } : {}),
    ...(voided === true || voided === 'true' ? { voided: true } : {}),
    ...(period === undefined ? {} : { period: readPeriod(period, 'this-year') }),
    ...(typeof entry === 'string' && /^[0-9a-f-]{36}$/u.test(entry) ? { entry } : {}),
    ...readListParts(search),
  }
}
