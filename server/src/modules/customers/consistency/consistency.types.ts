import type { AccessClass, AnswerOf, BodyOf, BuiltInRule, Severity, contract } from '@parvandeh/contract'
import type { CustomerFile } from '../files/file.types.ts'

export type OwnRule = BodyOf<typeof contract.consistency.addRule>['rule']
export type Side = AnswerOf<typeof contract.consistency.settle>['stated']
export type ContradictionState = AnswerOf<typeof contract.consistency.settle>['state']

export interface Rule {
  id: string
  builtIn: BuiltInRule | null
  name: string
  question: string
  severity: Severity
  active: boolean
  rule: OwnRule | null
  version: number
  lookedTo: string | null
  lookedFiles: number
}

/** Something that was seen of a customer, as a line of the timeline tells it. */
export interface SeenLine {
  id: string
  at: Date
  kind: string
  facts: Record<string, string | number | boolean | null>
}

/** All that a file is held against. */
export interface FileEvidence {
  file: CustomerFile
  /** Values of the organisation's own fields, by their keys. */
  custom: Readonly<Record<string, unknown>>
  /** The newest first. */
  seen: readonly SeenLine[]
  /** Values that somebody doubts, by their paths. */
  doubts: readonly { field: string; accessClass: AccessClass; note: string; value: unknown }[]
  /** Ids of the rules whose condition holds of the file. */
  violated: ReadonlySet<string>
}

/** A contradiction as it is found: the same rule and sides have the same fingerprint. */
export interface Finding {
  ruleId: string
  severity: Severity
  field: string
  accessClasses: AccessClass[]
  stated: Side
  observed: Side
  /** Ids of timeline lines. */
  evidence: string[]
  fingerprint: string
}
