import type { CallOf, EntryKind, ledgerRoutes } from '@parvandeh/contract'
import type { Day } from '@parvandeh/contract/persian'
import { addJalaliMonths, fromJalali, toJalali } from '@parvandeh/contract/persian'

export type EntryBody = NonNullable<CallOf<typeof ledgerRoutes.add>['body']>

export interface DraftLine {
  key: number
  productId: string | null
  title: string
  quantity: number | null
  unitPrice: number | null
  discount: number | null
  tax: number | null
}

/** What is typed of a voucher of any kind; each kind takes its own part. */
export interface Draft {
  kind: EntryKind
  day: Day | null
  dueDay: Day | null
  number: string
  description: string
  amount: number | null
  method: 'cash' | 'card' | 'transfer'
  reference: string
  side: 'debit' | 'credit'
  serial: string
  sayadId: string
  bank: string
  branch: string
  holder: string
  lines: DraftLine[]
  instalmentId: string | null
}

export const emptyDraft = (kind: EntryKind, today: Day): Draft => ({
  kind,
  day: today,
  dueDay: null,
  number: '',
  description: '',
  amount: null,
  method: 'card',
  reference: '',
  side: 'debit',
  serial: '',
  sayadId: '',
  bank: '',
  branch: '',
  holder: '',
  lines: [],
  instalmentId: null,
})

export const hasLines = (kind: EntryKind): boolean => kind === 'invoice' || kind === 'return' || kind === 'pre-invoice'

export const totalOfLine = ({ quantity, unitPrice, discount, tax }: DraftLine): number =>
  Math.round((quantity ?? 0) * (unitPrice ?? 0)) - (discount ?? 0) + (tax ?? 0)

/** The sum of the lines where there are any, else the amount that was typed. */
export const amountOf = ({ kind, lines, amount }: Draft): number | null =>
  hasLines(kind) && lines.length > 0 ? lines.reduce((sum, line) => sum + totalOfLine(line), 0) : amount

/** What it would add to the balance. */
export function effectOf(draft: Draft): number {
  const amount = amountOf(draft) ?? 0
  if (draft.kind === 'pre-invoice') return 0
  if (draft.kind === 'opening') return draft.side === 'debit' ? amount : -amount
  return draft.kind === 'invoice' || draft.kind === 'payment' || draft.kind === 'debit' ? amount : -amount
}

/** The voucher as it is sent; null while something is missing. */
export function bodyOf(draft: Draft): EntryBody | null {
  const { kind, day, description, method, reference, dueDay, side, instalmentId } = draft
  const amount = amountOf(draft)
  if (day === null || amount === null || amount <= 0) return null
  const written = { day, description, number: draft.number.trim() || null }
  if (kind === 'invoice' || kind === 'return' || kind === 'pre-invoice') {
    const lines = linesOf(draft)
    return lines && { kind, ...written, dueDay, amount, lines }
  }
  if (kind === 'cheque') {
    const { serial, bank, branch, holder } = draft
    if (dueDay === null || !serial.trim() || !bank.trim()) return null
    return { kind, ...written, amount, dueDay, serial, bank, branch, holder, sayadId: draft.sayadId.trim() || null, instalmentId }
  }
  if (kind === 'receipt') return { kind, ...written, amount, method, reference, instalmentId }
  if (kind === 'payment') return { kind, ...written, amount, method, reference }
  if (kind === 'opening') return { kind, ...written, amount, side }
  return kind === 'debit' ? { kind, ...written, amount, dueDay } : { kind, ...written, amount }
}

function linesOf({ lines }: Draft) {
  const whole = lines.every(({ quantity, unitPrice, productId, title }) => quantity && unitPrice !== null && (productId ?? title.trim()))
  if (!whole) return null
  return lines.map(({ productId, title, quantity, unitPrice, discount, tax }) => ({
    productId,
    title,
    quantity: quantity ?? 0,
    unitPrice: unitPrice ?? 0,
    discount: discount ?? 0,
    tax: tax ?? 0,
  }))
}

/** So many equal instalments, one every so many Jalali months; what does not divide goes with the first. */
export function planOf(amount: number, count: number, first: Day, every: number): { dueDay: Day; amount: number }[] {
  const each = Math.floor(amount / count / 10_000) * 10_000 || Math.floor(amount / count)
  return Array.from({ length: count }, (_, place) => ({
    dueDay: fromJalali(addJalaliMonths(toJalali(first), place * every)),
    amount: place === 0 ? amount - each * (count - 1) : each,
  }))
}
