import { customerRoutes } from '@parvandeh/contract'
import { digitsFor, toAsciiDigits } from '@parvandeh/contract/persian'
import { call } from '../../../api/call.ts'
import type { Language } from '../../../i18n/preferences.ts'
import type { Option } from '../../../ui/OptionList.tsx'

/** Digits enough to be a number that somebody calls from. */
const fewestCallerDigits = 7

/** Whether a text may be the number of a caller. */
function isCallerNumber(typed: string): boolean {
  const plain = toAsciiDigits(typed)
  return /^[\d\s+()./-]+$/.test(plain) && plain.replace(/\D/gu, '').length >= fewestCallerDigits
}

/** Customers that fit what was typed; a whole number finds those who call from it first. Each once. */
export async function findCustomer(typed: string, language: Language, signal: AbortSignal): Promise<Option[]> {
  const [callers, found] = await Promise.all([
    isCallerNumber(typed) ? call(customerRoutes.byCaller, { query: { number: typed } }, signal) : { rows: [] },
    call(customerRoutes.search, { query: { q: typed, limit: 12 } }, signal),
  ])
  const options = [
    ...callers.rows.map(({ customerId, displayName, code }) => ({ id: customerId, label: displayName, hint: digitsFor(language, code) })),
    ...found.rows.map(({ customerId, displayName, code, matched }) => ({
      id: customerId,
      label: displayName,
      hint: digitsFor(language, matched.source === 'name' || matched.source === 'code' ? code : `${code} · ${matched.text}`),
    })),
  ]
  return [...new Map(options.toReversed().map((option) => [option.id, option])).values()].toReversed()
}
