import type { RequestMapping } from '@parvandeh/contract'
import type { ParsedRow } from './parse-row.rules.ts'

/** A row that was read without fault. `rowKey` knows it again in a later file. */
export interface StagedRow {
  number: number
  rowKey: string
  cells: ParsedRow
}

/** What an activity or a state of the file means. */
export type Meaning = RequestMapping['activities'][string]
export type MeaningOf = (activity: string) => Meaning

/** An event as the file tells it, with names where the system has ids. `key` is unique within the request. */
export interface StoryEvent {
  key: string
  kind: Meaning['event']
  at: Date
  employee?: string | undefined
  unit?: string | undefined
  toEmployee?: string | undefined
  toUnit?: string | undefined
  outcome?: ParsedRow['outcome']
  waitOn?: Meaning['waitOn']
  reportedAt?: Date | undefined
  /** What the file calls it. */
  label: string | null
}

export const dateOf = (iso: string | undefined): Date | undefined => (iso === undefined ? undefined : new Date(iso))
