import { customerRoutes } from '@parvandeh/contract'
import { digitsFor, formatPhone, toAsciiDigits } from '@parvandeh/contract/persian'
import { call } from '../../../api/call.ts'
import { preferences } from '../../../i18n/preferences.ts'
import { useSearchWords } from './messages.ts'

interface Found {
  id: string
  label: string
  hint?: string
  href: string
}

/** Digits enough to be a number that somebody calls from. */
const fewestCallerDigits = 7

/** Whether a text may be the number of a caller: digits, and what parts or leads them. */
export function isCallerNumber(typed: string): boolean {
  const plain = toAsciiDigits(typed)
  return /^[\d\s+()./-]+$/.test(plain) && plain.replace(/\D/g, '').length >= fewestCallerDigits
}

/**
 * Customers by a part of the name, a code or a number; a whole number also finds by who calls from it, however it was
 * written down. A number of nobody offers to open a file with it.
 */
export async function findCustomers(typed: string, signal: AbortSignal): Promise<Found[]> {
  const isNumber = isCallerNumber(typed)
  const [found, callers] = await Promise.all([
    call(customerRoutes.search, { query: { q: typed, limit: 8 } }, signal),
    isNumber ? call(customerRoutes.byCaller, { query: { number: typed } }, signal) : { rows: [] },
  ])
  const { language } = preferences()
  const words = useSearchWords.in(language)
  const byCaller = callers.rows.map(({ mainPhone, ...row }) => ({
    ...row,
    said: mainPhone === null ? row.code : formatPhone(mainPhone, language),
  }))
  const bySearch = found.rows.map(({ matched, ...row }) => ({ ...row, said: matched.source === 'name' ? row.code : matched.text }))
  const callerIds = new Set(byCaller.map(({ customerId }) => customerId))
  const rows = [...byCaller, ...bySearch.filter(({ customerId }) => !callerIds.has(customerId))].map(
    ({ customerId, displayName, provisional, said }) => ({
      id: customerId,
      label: displayName,
      hint: [digitsFor(language, said), ...(provisional ? [words.provisional] : [])].join(' · '),
      href: `/customers/${customerId}`,
    }),
  )
  if (rows.length > 0 || !isNumber) return rows
  return [
    {
      id: 'new-customer-with-number',
      label: words.createWith(digitsFor(language, typed)),
      href: `/customers/new?q=${encodeURIComponent(JSON.stringify(typed))}`,
    },
  ]
}
