import { z } from 'zod'
import { customerCounts, customerMapping } from './customer-mapping.ts'
import { id, instant } from './fields.ts'
import { ledgerCounts, ledgerMapping } from './ledger-mapping.ts'
import { requestMapping } from './request-mapping.ts'

/** What the rows of a file are: the past of requests, customers, or vouchers of their ledgers. */
export const importKinds = ['requests', 'customers', 'ledgers'] as const

/**
 * `staging`: the file is being read; `loading`: what was read becomes requests, all at once at its end, or customers'
 * files, some hundreds at a time; `checking`: customers' rows are tried without a write, `checked`: they were;
 * `paused`: by a person, or because the file is broken (see `failure`); `failed`: something unexpected, which may be
 * tried again; `undoing`: what came in is being taken back, `undone`: it was.
 */
export const importStates = [
  'uploaded',
  'staging',
  'loading',
  'paused',
  'done',
  'discarded',
  'failed',
  'checking',
  'checked',
  'undoing',
  'undone',
] as const

/** What an import brought: all zero but the rows when everything in the file was known already. */
export const importResult = z.object({
  requests: z.number().int(),
  events: z.number().int(),
  employees: z.number().int(),
  /** Those named in any row; the customer of a request is the one of its last event. */
  customers: z.number().int(),
  customersWithRequests: z.number().int(),
  products: z.number().int(),
  notClosed: z.number().int(),
  rowsRead: z.number().int(),
  rowsKnown: z.number().int(),
  rowsRefused: z.number().int(),
  seconds: z.number(),
})
export type ImportResult = z.infer<typeof importResult>

/** What taking an import of customers back did, or would do. */
export const undoCounts = z.object({
  /** Files that the import made, and that nobody has worked on since, go. */
  removed: z.number().int(),
  /** Files that it changed get back the values that nobody has changed since. */
  restored: z.number().int(),
  /** Files that stay as they are: they were worked on since. */
  kept: z.number().int(),
})

export const rowProblem = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  fa: z.string(),
  en: z.string(),
})

export const importView = z.object({
  id,
  kind: z.enum(importKinds),
  fileName: z.string(),
  bytes: z.number().int(),
  state: z.enum(importStates),
  mapping: requestMapping.nullable(),
  customerMapping: customerMapping.nullable(),
  ledgerMapping: ledgerMapping.nullable(),
  mappingName: z.string().nullable(),
  rowsRead: z.number().int(),
  rowsRefused: z.number().int(),
  /** Rows that an earlier import of the same source brought already. */
  rowsKnown: z.number().int(),
  rowsLoaded: z.number().int(),
  requestsLoaded: z.number().int(),
  /** Share done of the present step, 0 to 1; null where the size is not known. */
  progress: z.number().nullable(),
  result: importResult.nullable(),
  /** Of customers: what became of the rows so far. */
  customers: customerCounts.nullable(),
  /** Of customers: what would become of the rows, by the last trial of all of them. */
  trial: customerCounts.nullable(),
  /** Of ledgers: what became of the rows so far, and what would by the last trial. */
  ledgers: ledgerCounts.nullable(),
  ledgerTrial: ledgerCounts.nullable(),
  undone: undoCounts.nullable(),
  /** Why it stands still. Resuming an import whose file is broken loads what could be read of it. */
  failure: z.object({ code: z.string(), fa: z.string(), en: z.string() }).nullable(),
  createdAt: instant,
  createdBy: id.nullable(),
  finishedAt: instant.nullable(),
  can: z.object({ start: z.boolean(), pause: z.boolean(), resume: z.boolean(), discard: z.boolean(), undo: z.boolean() }),
})

const fileFormat = z.object({
  kind: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  compressed: z.boolean(),
})

const lookedAtColumn = z.object({
  name: z.string(),
  emptyShare: z.number(),
  common: z.array(z.object({ value: z.string(), count: z.number() })),
  distinct: z.number().int(),
  dateFormat: z.string().nullable(),
  /** Set when another format reads as much: only a person can tell which is meant. */
  dateAmbiguous: z.boolean(),
  dateAlternatives: z.array(z.string()),
})

/** What the file looks like: format, columns, first rows, guesses. */
export const filePreview = z.object({
  format: fileFormat,
  columns: z.array(lookedAtColumn),
  rows: z.array(z.array(z.string())),
  /** Set when the file breaks off within what was looked at. */
  failure: z.object({ code: z.string(), fa: z.string(), en: z.string() }).nullable(),
})
