import type { BulkView, FailureCode } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'

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

/** What a module lets be changed by the many. Each row goes through the module's own verb, under the rights of whoever asked. */
export interface BulkNoun {
  noun: BulkView['noun']
  /** Changes a row; null when it is already so. */
  change: (context: Context, key: BulkKey, change: unknown) => Promise<BulkDone | null>
  /** Puts a row back; refuses what was changed since. `askedAt`: when the putting back was asked for. */
  putBack: (context: Context, key: BulkKey, done: BulkDone & { change: unknown; askedAt: Date }) => Promise<void>
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
  total: number
}
