import { z } from 'zod'
import { day, line, requiredLine } from '../fields.ts'

/** A sum of whole Rials, whatever is shown; the bound leaves room to add millions of them exactly. */
export const rials = z.number().int().min(1).max(1_000_000_000_000_000)

/**
 * What stands in a ledger. `opening`: what was owed before the ledger began; `return`: goods that came back;
 * `pre-invoice` (پیش‌فاکتور): an offer, which is owed by nobody; `receipt`: money from the customer; `payment`: money
 * given to the customer; `debit` and `credit`: any other voucher of either side.
 */
export const entryKinds = ['opening', 'invoice', 'return', 'pre-invoice', 'receipt', 'payment', 'cheque', 'debit', 'credit'] as const
export type EntryKind = (typeof entryKinds)[number]

export const payMethods = ['cash', 'card', 'transfer'] as const

/** `returned` (عودت): handed back to the customer; `bounced` (برگشت‌خورده): the bank did not pay. */
export const chequeStates = ['in-hand', 'deposited', 'cleared', 'bounced', 'returned'] as const
export type ChequeState = (typeof chequeStates)[number]

/** A line of an invoice: `quantity` times `unitPrice`, less the discount, plus the tax, in whole Rials. */
export const invoiceLineInput = z.object({
  productId: z.uuid().nullable().default(null),
  title: line(300).default(''),
  quantity: z.number().positive().max(1_000_000),
  unitPrice: z.number().int().min(0).max(1_000_000_000_000_000),
  discount: z.number().int().min(0).max(1_000_000_000_000_000).default(0),
  tax: z.number().int().min(0).max(1_000_000_000_000_000).default(0),
})

const written = {
  day,
  /** Left out or null: the next one of its kind. */
  number: line(40).nullable().default(null),
  description: line(500).default(''),
}
const paid = { amount: rials, reference: line(60).default(''), method: z.enum(payMethods) }

const goods = {
  ...written,
  /** The total; where there are lines it is theirs, and one that differs is refused. */
  amount: rials.nullable().default(null),
  dueDay: day.nullable().default(null),
  lines: z.array(invoiceLineInput).max(200).default([]),
}

/** The instalment that a receipt or a cheque pays. */
const forInstalment = { instalmentId: z.uuid().nullable().default(null) }

export const entryInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoice'), ...goods }),
  z.object({ kind: z.literal('return'), ...goods }),
  z.object({ kind: z.literal('pre-invoice'), ...goods }),
  z.object({ kind: z.literal('receipt'), ...written, ...paid, ...forInstalment }),
  z.object({ kind: z.literal('payment'), ...written, ...paid }),
  z.object({
    kind: z.literal('cheque'),
    ...written,
    ...forInstalment,
    amount: rials,
    dueDay: day,
    /** What is printed on the leaf. */
    serial: requiredLine(40),
    /** The sixteen digits of the Sayad system; older leaves have none. */
    sayadId: line(40).nullable().default(null),
    bank: requiredLine(100),
    branch: line(100).default(''),
    /** Who drew it, when that is not the customer. */
    holder: line(200).default(''),
  }),
  z.object({ kind: z.literal('opening'), ...written, amount: rials, side: z.enum(['debit', 'credit']) }),
  z.object({ kind: z.literal('debit'), ...written, amount: rials, dueDay: day.nullable().default(null) }),
  z.object({ kind: z.literal('credit'), ...written, amount: rials }),
])
export type EntryInput = z.output<typeof entryInput>
