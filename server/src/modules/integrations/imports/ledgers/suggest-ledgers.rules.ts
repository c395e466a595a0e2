import { ledgerMapping, ledgerRoles } from '@parvandeh/contract'
import type { LedgerMapping, LedgerRole } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import { settleFormats } from '../mapping/settle-formats.rules.ts'
import { missingValues, sourceOf } from '../mapping/suggest-mapping.rules.ts'
import type { LookedAtColumn } from '../mapping/suggest-mapping.rules.ts'
import { headerWords } from './header-words.ts'

/** A first mapping of a file of ledgers, from what its columns are called. The unit of the sums is left for a person to say. */
export function suggestLedgers(columns: readonly LookedAtColumn[], { fileName }: { fileName: string }): LedgerMapping {
  const missing = missingValues(columns)
  const taken = new Set<string>()
  const roles: Partial<Record<LedgerRole, string>> = {}
  for (const role of ledgerRoles) {
    const words = headerWords[role].map(keyOf)
    // The first word that any column is called by: «تاریخ سند» is rather the day than «تاریخ ثبت».
    const found = words.flatMap((word) => columns.filter(({ name }) => !taken.has(name) && keyOf(name) === word))[0]
    if (!found) continue
    roles[role] = found.name
    taken.add(found.name)
  }
  const date = columns.find(({ name }) => name === roles.date)
  const format = date && settleFormats([date], {}, missing).get(date.name)
  return ledgerMapping.parse({
    kind: 'ledgers',
    source: sourceOf(fileName),
    columns: roles,
    moneyUnit: null,
    dateFormat: typeof format === 'string' ? format : null,
    missing,
  })
}

const keyOf = (name: string): string => foldJoined(name).replaceAll(/[().:]/gu, '')
