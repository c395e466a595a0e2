import { customerRoutes, type ResponseOf } from '@parvandeh/contract'
import { digitsFor, formatPhone, toAsciiDigits } from '@parvandeh/contract/persian'
import { call } from '../../../api/call.ts'
import { preferences } from '../../../i18n/preferences.ts'
import { useSearchWords } from './messages.ts'

interface Found {
  id: string
  label: string
  hint?: string
  href: string
  section?: string
}

type Hit = ResponseOf<typeof customerRoutes.search>['rows'][number]
type Words = ReturnType<typeof useSearchWords.in>

/** By what kind of value customers were found; a name and a code need no saying. */
const sections: Record<string, keyof Words['sections'] | undefined> = {
  phone: 'number',
  email: 'address',
  social: 'address',
  website: 'address',
  'national-code': 'identity',
  'foreign-code': 'identity',
  'company-national-id': 'identity',
  'registration-number': 'identity',
  'economic-code': 'identity',
  external: 'identity',
  tag: 'tag',
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
  const callerIds = new Set(byCaller.map(({ customerId }) => customerId))
  const rows = [
    ...byCaller.map((row) => foundFrom(row, row.said)),
    ...found.rows.filter(({ customerId }) => !callerIds.has(customerId)).map(foundByMatch),
  ]
  if (rows.length > 0 || !isNumber) return rows
  return [
    {
      id: 'new-customer-with-number',
      label: words.createWith(digitsFor(language, typed)),
      href: `/customers/new?q=${encodeURIComponent(JSON.stringify(typed))}`,
    },
  ]
}

/** Customers that may have been meant by what was typed with a slip of the hand. */
export async function findNearCustomers(typed: string, signal: AbortSignal): Promise<Found[]> {
  const { rows } = await call(customerRoutes.near, { query: { q: typed, limit: 5 } }, signal)
  return rows.map(foundByMatch)
}

function foundByMatch({ matched, ...row }: Hit): Found {
  const isNamed = matched.source === 'name' || matched.source === 'code'
  const { sections: said } = useSearchWords.in(preferences().language)
  return {
    ...foundFrom(row, isNamed ? row.code : matched.text),
    ...(isNamed ? {} : { section: said[sections[matched.source] ?? 'other'] }),
  }
}

function foundFrom({ customerId, displayName, provisional }: Pick<Hit, 'customerId' | 'displayName' | 'provisional'>, said: string): Found {
  const { language } = preferences()
  const words = useSearchWords.in(language)
  return {
    id: customerId,
    label: displayName,
    hint: [digitsFor(language, said), ...(provisional ? [words.provisional] : [])].join(' · '),
    href: `/customers/${customerId}`,
  }
}
