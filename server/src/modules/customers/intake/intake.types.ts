import type { MatchKey } from '@parvandeh/contract'
import type { AccessPoint, CustomValues, CustomerFile, FixedFields } from '../files/file.types.ts'

/** A customer as a row of a file tells it, tidied. What the row does not say is absent. */
export interface IntakeRow {
  number: number
  facts: Partial<FixedFields>
  /** Without ids: what is new gets one. */
  points: readonly Omit<AccessPoint, 'id'>[]
  /** Our own code of the file that the row is about. */
  code?: string
  /** What the system that the file comes from knows the customer by. */
  external?: string
  unitId?: string
  ownerId?: string
  /** Values of the organisation's own fields, tidied, by their keys. */
  custom?: CustomValues
}

export interface IntakeRules {
  source: string
  matchBy: readonly MatchKey[]
  onMatch: 'fill' | 'overwrite' | 'skip'
  onNew: 'create' | 'skip'
  defaultKind: FixedFields['kind']
  /** Where new files belong that name no unit or owner. */
  unitId: string | null
  ownerId: string | null
}

export type IntakeRefusal =
  | 'no-such-code'
  | 'not-your-file'
  | 'not-your-unit'
  | 'nothing-known'
  | 'too-many-points'
  | 'not-unique'
  | 'removed-file'
export type IntakeDoubt = 'several-files' | 'keys-differ'

/** What became of a row, or would become of it. */
export type IntakeOutcome = { number: number } & (
  | { outcome: 'created' | 'updated' | 'same' | 'skipped' }
  | { outcome: 'ambiguous'; reason: IntakeDoubt }
  | { outcome: 'refused'; reason: IntakeRefusal }
)

/** What a batch did to a file: enough to take it back. */
export interface FileRecord {
  number: number
  customerId: string
  made: boolean
  /** The version that the file had afterwards. */
  version: number
  change: FileChange | null
  /** What a made file is known by to the system that it comes from, as that is kept. */
  external: string | null
}

/** Each value before and after; `place` is the unit and the owner. */
export interface FileChange {
  fields: Partial<Record<keyof FixedFields, [before: unknown, after: unknown]>>
  place: Partial<Record<'unitId' | 'ownerId', [before: string | null, after: string | null]>>
  points: readonly { id: string; value: string }[]
  custom: Record<string, [before: unknown, after: unknown]>
}

/** A file as rows have left it so far. */
export interface Draft {
  /** The first row that wrote it. */
  number: number
  before: CustomerFile | undefined
  after: CustomerFile
  external: string | undefined
  changed: boolean
}
