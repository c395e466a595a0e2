import { z } from 'zod'
import { exportQuery } from '../export.ts'
import { day, flag, id, instant, line, page, pageOf, requiredLine } from '../fields.ts'
import { route } from '../route.ts'
import { chequeStates, entryInput, entryKinds, payMethods, rials } from './money.ts'

/** What a customer owes, as it stands now; a negative balance is owed to the customer. */
export const account = z.object({
  customerId: id,
  balance: z.number().int(),
  creditLimit: z.number().int().nullable(),
  /** Owed and past its due day, after all that was paid is taken off the oldest. */
  overdue: z.number().int(),
  /** The next day on which something falls due. */
  nextDueDay: day.nullable(),
  /** Cheques that are neither cleared nor bounced nor given back. */
  openCheques: z.number().int(),
  /** The balance and the open cheques: what would be lost if nothing more came. */
  creditUsed: z.number().int(),
  limitPassed: z.boolean(),
  lastPurchase: z.object({ day, amount: z.number().int() }).nullable(),
  entries: z.number().int(),
  version: z.number().int(),
  can: z.object({ write: z.boolean() }),
})

export const chequeView = z.object({
  serial: z.string(),
  sayadId: z.string().nullable(),
  bank: z.string(),
  branch: z.string(),
  holder: z.string(),
  state: z.enum(chequeStates),
  stateDay: day,
  /** The states that it may go to from here. */
  next: z.array(z.enum(chequeStates)),
})

export const ledgerEntry = z.object({
  id,
  customerId: id,
  kind: z.enum(entryKinds),
  number: z.string(),
  day,
  dueDay: day.nullable(),
  description: z.string(),
  amount: z.number().int(),
  /** What it adds to the balance; zero of an offer, of what was voided, and of a cheque that bounced. */
  effect: z.number().int(),
  method: z.enum(payMethods).nullable(),
  reference: z.string(),
  cheque: chequeView.nullable(),
  instalmentId: id.nullable(),
  voided: z.object({ at: instant, by: id.nullable(), reason: z.string() }).nullable(),
  source: z.enum(['hand', 'machine', 'import']),
  recordedAt: instant,
  recordedBy: id.nullable(),
  version: z.number().int(),
  /** `undo`: just entered by the reader, who may take it back without giving a reason. */
  can: z.object({ void: z.boolean(), undo: z.boolean(), moveCheque: z.boolean() }),
})

export const instalmentView = z.object({ id, dueDay: day, amount: z.number().int(), paid: z.number().int() })

const entryWithAccount = z.object({ entry: ledgerEntry, account })

export const ledgerFilters = z.object({
  kinds: line(200).optional(),
  from: day.optional(),
  to: day.optional(),
  /** With those that were voided. */
  voided: flag.optional(),
})

const file = z.object({ customerId: id })
const one = z.object({ customerId: id, entryId: id })

export const ledgerRoutes = {
  account: route({
    method: 'GET',
    path: '/api/customers/:customerId/account',
    permission: 'sales.read',
    summary: { fa: 'حساب مشتری: مانده، سقف اعتبار و سررسیدگذشته', en: "A customer's account: balance, credit limit, overdue" },
    params: file,
    response: account,
  }),
  setLimit: route({
    method: 'PUT',
    path: '/api/customers/:customerId/account/limit',
    permission: 'sales.write',
    summary: { fa: 'تعیین سقف اعتبار', en: 'Set the credit limit' },
    params: file,
    body: z.object({ creditLimit: z.number().int().min(0).max(1_000_000_000_000_000).nullable(), version: z.number().int() }),
    response: account,
  }),
  /** Newest day first; `running` is the balance after the entry, whatever the filters leave out. */
  list: route({
    method: 'GET',
    path: '/api/customers/:customerId/ledger',
    permission: 'sales.read',
    summary: { fa: 'گردش حساب مشتری', en: "A customer's ledger" },
    params: file,
    query: page.extend(ledgerFilters.shape),
    response: pageOf(ledgerEntry.extend({ running: z.number().int() })),
  }),
  export: route({
    method: 'GET',
    path: '/api/customers/:customerId/ledger/export',
    permission: 'sales.read',
    summary: { fa: 'خروجی از گردش حساب', en: 'Export a ledger' },
    params: file,
    query: exportQuery.extend(ledgerFilters.shape),
    transport: 'download',
  }),
  /**
   * Refusals: `already-exists` for a number of its kind, or a Sayad id, that is in use; `invalid-input` for lines that do
   * not add up to the amount, and for days that cannot be.
   */
  add: route({
    method: 'POST',
    path: '/api/customers/:customerId/ledger',
    permission: 'sales.write',
    summary: { fa: 'ثبت فاکتور، دریافت، چک یا سند دیگر', en: 'Enter an invoice, a receipt, a cheque or another voucher' },
    params: file,
    body: entryInput,
    response: entryWithAccount,
  }),
  show: route({
    method: 'GET',
    path: '/api/customers/:customerId/ledger/:entryId',
    permission: 'sales.read',
    summary: { fa: 'یک سند با ردیف‌ها، قسط‌ها و سرگذشت چک', en: 'A voucher with its lines, instalments and the story of its cheque' },
    params: one,
    response: z.object({
      entry: ledgerEntry,
      lines: z.array(
        z.object({
          id,
          productId: id.nullable(),
          title: z.string(),
          quantity: z.number(),
          unitPrice: z.number().int(),
          discount: z.number().int(),
          tax: z.number().int(),
          total: z.number().int(),
        }),
      ),
      instalments: z.array(instalmentView),
      chequeStory: z.array(z.object({ state: z.enum(chequeStates), day, at: instant, personId: id.nullable(), note: z.string() })),
    }),
  }),
  /** Nothing is deleted: a voided entry stays in the ledger and counts for nothing. */
  void: route({
    method: 'POST',
    path: '/api/customers/:customerId/ledger/:entryId/void',
    permission: 'sales.write',
    summary: { fa: 'باطل‌کردن سند', en: 'Void a voucher' },
    params: one,
    body: z.object({ reason: requiredLine(300), version: z.number().int() }),
    response: entryWithAccount,
  }),
  /** Takes back what one entered a moment ago, and frees its number. */
  undo: route({
    method: 'POST',
    path: '/api/customers/:customerId/ledger/:entryId/undo',
    permission: 'sales.write',
    summary: { fa: 'برگرداندن سندی که همین حالا ثبت شد', en: 'Take back what was just entered' },
    params: one,
    body: z.object({ version: z.number().int() }),
    response: entryWithAccount,
  }),
  /** The whole plan of an invoice; an empty one takes it away. Not more than the invoice, and not less than what was paid. */
  planInstalments: route({
    method: 'PUT',
    path: '/api/customers/:customerId/ledger/:entryId/instalments',
    permission: 'sales.write',
    summary: { fa: 'قسط‌بندی فاکتور', en: 'Divide an invoice into instalments' },
    params: one,
    body: z.object({ instalments: z.array(z.object({ dueDay: day, amount: rials })).max(120), version: z.number().int() }),
    response: entryWithAccount,
  }),
}
