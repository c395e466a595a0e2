import { z } from 'zod'
import { line, requiredLine } from './fields.ts'

/** What a column of a ledger from an accounting program can be. */
export const ledgerRoles = [
  'customerKey',
  'customerCode',
  'nationalCode',
  'customerName',
  'number',
  'date',
  'description',
  'debit',
  'credit',
  'dueDate',
] as const
export type LedgerRole = (typeof ledgerRoles)[number]

const column = line(200).nullable().default(null)

/** How the rows of a ledger become vouchers: one row is one voucher, owed by the customer or paid by them. */
export const ledgerMapping = z.object({
  kind: z.literal('ledgers'),
  /** Names the program that the file comes from: its keys of customers and its documents are unique within it. */
  source: requiredLine(60),
  columns: z.object({
    /** The customer's code in that program, as it was when customers were imported from the same source. */
    customerKey: column,
    /** The code of the file here. */
    customerCode: column,
    nationalCode: column,
    customerName: column,
    number: column,
    date: column,
    description: column,
    debit: column,
    credit: column,
    dueDate: column,
  }),
  /** In which unit the sums are written; null until somebody has said it: it is never guessed. */
  moneyUnit: z.enum(['rial', 'toman']).nullable().default(null),
  /** As `parse-date` names it; null: guessed from the values when the import starts. */
  dateFormat: z.string().max(60).nullable().default(null),
  missing: z.array(z.string().max(40)).max(20).default([]),
})
export type LedgerMapping = z.infer<typeof ledgerMapping>

/** What became, or would become, of the rows; each is in one of the first five. */
export const ledgerCounts = z.object({
  entered: z.number().int(),
  /** Brought by an earlier import of the same source. */
  known: z.number().int(),
  /** Known by its number, with another sum than was brought then: reported, and left as it is. */
  changed: z.number().int(),
  /** No customer, or more than one, fits. */
  unmatched: z.number().int(),
  refused: z.number().int(),
  /** Sums of what was entered, in Rials. */
  debit: z.number().int(),
  credit: z.number().int(),
})
export type LedgerCounts = z.infer<typeof ledgerCounts>
