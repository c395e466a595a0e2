import type { ChequeState, EntryInput, EntryKind } from '@parvandeh/contract'
import { toAsciiDigits } from '@parvandeh/contract/persian'

type Line = Extract<EntryInput, { kind: 'invoice' }>['lines'][number]

const most = 1_000_000_000_000_000

/** A line's total in whole Rials, rounded once, at its price; null where it is less than nothing or too large to be exact. */
export function lineTotal({ quantity, unitPrice, discount, tax }: Line): number | null {
  const price = Math.round(quantity * unitPrice)
  const total = price - discount + tax
  return price > most || total < 0 || total > most ? null : total
}

/** A cheque that bounced or was given back pays nothing. */
const pays = (state: ChequeState): boolean => state !== 'bounced' && state !== 'returned'

/** What an entry adds to what the customer owes. */
export function effectOf(entry: {
  kind: EntryKind
  amount: number
  side?: 'debit' | 'credit' | undefined
  chequeState?: ChequeState | undefined
}): number {
  const { kind, amount, side, chequeState = 'in-hand' } = entry
  if (kind === 'pre-invoice') return 0
  if (kind === 'opening') return side === 'credit' ? -amount : amount
  if (kind === 'cheque') return pays(chequeState) ? -amount : 0
  return kind === 'invoice' || kind === 'payment' || kind === 'debit' ? amount : -amount
}

const ways: Readonly<Record<ChequeState, readonly ChequeState[]>> = {
  'in-hand': ['deposited', 'cleared', 'bounced', 'returned'],
  deposited: ['cleared', 'bounced', 'in-hand'],
  bounced: ['deposited', 'cleared', 'returned'],
  cleared: [],
  returned: [],
}

/** Where a cheque may go from a state. */
export const nextStates = (state: ChequeState): readonly ChequeState[] => ways[state]

/** The sixteen digits of a Sayad id, however they were typed; null for anything else. */
export function tidySayad(text: string): string | null {
  const digits = toAsciiDigits(text).replaceAll(/[\s\u200c\u200e\u200f/._-]/gu, '')
  return /^\d{16}$/u.test(digits) && !/^(\d)\1+$/u.test(digits) ? digits : null
}

/** A number of a document as it is looked up: the same whatever digits and spaces it was typed with. */
export const numberKey = (number: string): string => toAsciiDigits(number).replaceAll(/\s+/gu, ' ').trim().toLowerCase()
