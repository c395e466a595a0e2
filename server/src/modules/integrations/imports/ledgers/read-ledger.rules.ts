import type { EntryKind } from '@parvandeh/contract'
import { addDays, foldForStorage, foldJoined, parseDate, toAsciiDigits } from '@parvandeh/contract/persian'
import type { DateFormat } from '@parvandeh/contract/persian'
import type { TableRow } from '../../../../platform/tabular/index.ts'
import type { CustomerRef } from '../../../customers/index.ts'
import { cutValue, faultOfProblem } from '../mapping/row-faults.rules.ts'
import type { RowFault, SaidFault } from '../mapping/row-faults.rules.ts'
import type { CheckedLedgers } from './check-ledgers.rules.ts'

/** A row of a ledger, read: a voucher that wants its customer. */
export interface ReadVoucher {
  ref: CustomerRef
  kind: EntryKind
  side: 'debit' | 'credit'
  number: string
  day: string
  dueDay: string | null
  description: string
  amount: number
  /** What it is told apart by from others of its customer: its number and the how manieth with that it is, else all its cells. */
  key: string
}

export type ReadLedgerRow = { voucher: ReadVoucher; faults?: undefined } | { voucher?: undefined; faults: RowFault[] }

const most = 1_000_000_000_000_000

/** Reads the rows of a file by a mapping, from the first on: which of several with one number a row is, is counted. */
export function ledgerReader(mapping: CheckedLedgers, columns: readonly string[], today: string): (row: TableRow) => ReadLedgerRow {
  const seen = new Map<string, number>()
  const place = Object.fromEntries(
    Object.entries(mapping.columns).map(([role, name]) => [role, name === null ? -1 : columns.indexOf(name)]),
  )
  return (row) => {
    if (row.problem) return { faults: [faultOfProblem(row.problem, columns, row.cells)] }
    const cell = (role: string): string => {
      const text = foldForStorage(row.cells[place[role] ?? -1] ?? '').trim()
      return mapping.missing.includes(text) ? '' : text
    }
    const number = cell('number').slice(0, 40)
    const ref = refOf(cell)
    const base = JSON.stringify([ref, number === '' ? row.cells : numberOf(number)])
    const occurrence = (seen.get(base) ?? 0) + 1
    seen.set(base, occurrence)
    const read = readSums(mapping, cell, columnsOf(mapping))
    const day = readDay(mapping, cell, today)
    if (read.fault || day.fault) return { faults: [read.fault, day.fault].flatMap((fault) => fault ?? []) }
    const description = cell('description').slice(0, 500)
    const key = JSON.stringify([number === '' ? row.cells : numberOf(number), occurrence])
    const due = dueOf(mapping, cell)
    return {
      voucher: {
        ref,
        ...read,
        ...day,
        number,
        description,
        dueDay: due && due >= day.day ? due : null,
        kind: kindOf(read.side, description),
        key,
      },
    }
  }
}

const numberOf = (number: string): string => toAsciiDigits(number).toLowerCase()
const columnsOf = ({ columns }: CheckedLedgers) => columns.debit ?? columns.credit

const refOf = (cell: (role: string) => string): CustomerRef => ({
  external: toAsciiDigits(cell('customerKey')) || null,
  code: toAsciiDigits(cell('customerCode')) || null,
  nationalCode: toAsciiDigits(cell('nationalCode')) || null,
  name: cell('customerName') || null,
})

type Cell = (role: string) => string

type Sums = { amount: number; side: 'debit' | 'credit'; fault?: undefined } | { fault: SaidFault }

function readSums({ moneyUnit, columns }: CheckedLedgers, cell: Cell, column: string | null): Sums {
  const size = moneyUnit === 'toman' ? 10 : 1
  const [debit, credit] = [amountIn(cell('debit')), amountIn(cell('credit'))]
  if (debit === null) return { fault: said('not-a-sum', columns.debit, cell('debit')) }
  if (credit === null) return { fault: said('not-a-sum', columns.credit, cell('credit')) }
  // A sum below zero stands on the other side.
  const net = Math.round((debit - credit) * size)
  if (debit !== 0 && credit !== 0) return { fault: said('both-sides', column, `${cell('debit')} / ${cell('credit')}`) }
  if (net === 0) return { fault: said('no-sum', column, '') }
  if (Math.abs(net) > most) return { fault: said('not-a-sum', column, String(net)) }
  return { amount: Math.abs(net), side: net > 0 ? 'debit' : 'credit' }
}

/** A sum however it is written: with marks of thousands, in brackets or with a minus, a decimal of nothing; null for what is none. */
export function amountIn(text: string): number | null {
  const plain = toAsciiDigits(text).replaceAll(/[\s\u200c\u200e\u200f٬,،']|ریال|تومان/gu, '')
  if (plain === '' || /^[-–—]+$/u.test(plain)) return 0
  const isNegative = /^\(.*\)$/u.test(plain) || /^[-−]|[-−]$/u.test(plain)
  const digits = plain.replaceAll(/[()−-]/gu, '').replace(/[٫/]/u, '.')
  if (!/^\d{1,16}(\.\d{1,6})?$/u.test(digits)) return null
  return isNegative ? -Number(digits) : Number(digits)
}

function readDay(
  { columns, dateFormat }: CheckedLedgers,
  cell: Cell,
  today: string,
): { day: string; fault?: undefined } | { fault: SaidFault } {
  const parsed = parseDate(cell('date'), dateFormat as DateFormat, 'Asia/Tehran')
  if (!parsed.ok) return { fault: said('not-a-day', columns.date, cell('date')) }
  if (parsed.day > addDays(today, 1)) return { fault: said('day-to-come', columns.date, cell('date')) }
  return parsed.day < '1921-03-21' ? { fault: said('not-a-day', columns.date, cell('date')) } : { day: parsed.day }
}

function dueOf({ columns, dateFormat }: CheckedLedgers, cell: Cell): string | null {
  if (!columns.dueDate || cell('dueDate') === '') return null
  const parsed = parseDate(cell('dueDate'), dateFormat as DateFormat, 'Asia/Tehran')
  return parsed.ok ? parsed.day : null
}

const opening = /افتتاحیه|مانده(از)?قبل|نقلاز(سال)?قبل|ماندهاول|opening/u

/** What a voucher is, by what it says of itself; where it says nothing it is a voucher of its side. */
export function kindOf(side: 'debit' | 'credit', description: string): EntryKind {
  const text = foldJoined(description)
  if (opening.test(text)) return 'opening'
  if (side === 'debit') {
    if (/پرداخت/u.test(text)) return 'payment'
    return /فاکتور|فروش|invoice/u.test(text) && !/برگشت/u.test(text) ? 'invoice' : 'debit'
  }
  if (/برگشتاز(فروش)?|مرجوعی|return/u.test(text)) return 'return'
  return /دریافت|واریز|وصول|حواله|نقد|کارتخوان|کارتبه|receipt|payment/u.test(text) ? 'receipt' : 'credit'
}

const sentences = {
  'not-a-sum': { fa: 'این متن مبلغ نیست.', en: 'This is not a sum of money.' },
  'both-sides': { fa: 'این سطر هم بدهکار است و هم بستانکار.', en: 'The row is both a debit and a credit.' },
  'no-sum': { fa: 'این سطر نه بدهکار است و نه بستانکار.', en: 'The row is neither a debit nor a credit.' },
  'not-a-day': { fa: 'تاریخ این سطر خوانده نشد.', en: 'The date of the row could not be read.' },
  'day-to-come': { fa: 'این تاریخ هنوز نرسیده است.', en: 'This day has not come yet.' },
  'nobody-named': { fa: 'مشتری این سطر نوشته نشده است.', en: 'The row names no customer.' },
  'nobody-found': { fa: 'پرونده‌ای با این کد یا نام پیدا نشد.', en: 'No file of this code or name was found.' },
  'several-found': { fa: 'بیش از یک پرونده با این کد یا نام هست.', en: 'More than one file has this code or name.' },
  'name-differs': {
    fa: 'کد این سطر به پرونده‌ای می‌رسد که نام دیگری دارد.',
    en: 'The code of the row leads to a file of another name.',
  },
  changed: {
    fa: 'سندی با همین شماره پیش‌تر با مبلغی دیگر آمده است؛ آنچه بود ماند.',
    en: 'A voucher of this number came before with another sum; what was there stays.',
  },
} as const

/** What is wrong with a row, with its sentences. */
export const said = (code: keyof typeof sentences, column: string | null, value: string): SaidFault => ({
  code,
  column,
  value: cutValue(value),
  ...sentences[code],
  kept: false,
})
