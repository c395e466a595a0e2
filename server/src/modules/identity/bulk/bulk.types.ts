import type { BulkView, FailureCode } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { Hold } from '../../../platform/outbox/events.ts'

/** A row of some list: in which file it lies, and what it is called without saying anything of anybody. */
export interface BulkKey {
  customerId: string
  id: string
  /** Code or number; empty for what is out of sight. */
  label: string
}

/** What was done to a row: enough to put it back if nobody has touched it since. */
export interface BulkDone {
  before: unknown
  version: number
}

/** A row to be changed or put back together with others. `hold`: as long as it can be put back, its effects outside wait. */
export interface BulkItem extends BulkKey {
  hold: Hold
}

/** What became of such a row: refused, done, or (with neither) left as it is. */
export interface BulkOutcome {
  refusal?: FailureCode | undefined
  done?: BulkDone | undefined
}

/**
 * What a module lets be changed by the many, and how a number of rows is dealt with in one transaction; each row by its
 * own rules as it would be alone. Gives an outcome for each, in their order. When it throws, the rows are given to it one
 * by one.
 */
export interface BulkNoun {
  noun: BulkView['noun']
  /** So many rows are held at once: few where each takes its time. */
  rowsAtOnce: number
  change: (context: Context, items: readonly BulkItem[], change: unknown) => Promise<BulkOutcome[]>
  /** Of a change over filters, the next rows under the actor's rights of now; refuses what they may no longer ask for. */
  choose?: (context: Context, asked: AskedByFilters, page: ChosenPage) => Promise<ChosenRows>
  /** Refuses what was changed since. `askedAt`: when the putting back was asked for. */
  putBack: (context: Context, items: readonly (BulkItem & BulkDone)[], bulk: { change: unknown; askedAt: Date }) => Promise<BulkOutcome[]>
}

/** What is kept of a change over filters until it is over. */
export interface AskedByFilters {
  filters: unknown
  change: unknown
}

export interface ChosenPage {
  /** Rows of greater ids than this. */
  after: string | null
  limit: number
  /** What came later nobody was told of when the change was asked for. */
  thereAt: Date
}

export interface ChosenRows {
  keys: BulkKey[]
  /** Up to which id all was looked at: fewer rows than asked for, or none, do not mean the end. Null with no rows: it is the end. */
  upTo: string | null
}

type Values = Record<string, string | number | boolean | null>

/** What would become of a row: refused, changed from one set of values to another, or (with neither) left as it is. */
export interface BulkDecision extends BulkKey {
  refusal?: FailureCode | undefined
  before?: Values
  after?: Values
}

export interface StoredBulk {
  id: string
  personId: string
  actorKind: 'person' | 'token'
  locale: 'fa' | 'en'
  noun: BulkView['noun']
  change: unknown
  state: BulkView['state']
  startedAt: Date
  undoUntil: Date
  undoAskedAt: Date | null
  /** How many rows there are to deal with, as counted or estimated when it was asked for. */
  expected: number
  byFilters: boolean
  /** The filters, until it is over. */
  selection: unknown
  /** Up to this id all that fits has been chosen. */
  afterId: string | null
  stoppedBy: FailureCode | null
}
