import type { CustomValue, SourceKind, accessPoint, customerFields } from '@parvandeh/contract'
import type { z } from 'zod'

/** The fixed identity fields of a file. */
export type FixedFields = z.output<typeof customerFields>
export type FixedField = keyof FixedFields

/** The last time that consents were given or withdrawn, by their purposes. */
export type ConsentFacts = z.output<typeof accessPoint>['consentFacts']

/** A way to reach the customer, tidied and ready to be kept. */
export interface AccessPoint extends Omit<z.output<typeof accessPoint>, 'display'> {
  /** Of phones: the digits of E.164, or those that were typed when it is not one. */
  digits: string | null
  /** The last eight of them. */
  phoneTail: string | null
}

/** What a person says of a customer, tidied. */
export interface FileFacts {
  fields: FixedFields
  accessPoints: AccessPoint[]
}

/** Values of the organisation's own fields, by their keys; what is empty is absent. */
export type CustomValues = Record<string, NonNullable<CustomValue>>

/** A whole file as it is stored. */
export interface CustomerFile extends FileFacts {
  customerId: string
  code: string
  displayName: string
  mainPhone: string | null
  unitId: string | null
  ownerId: string | null
  provisional: boolean
  custom: CustomValues
  /** Reasons for keeping doubtful values, by field or by `accessPoints.` and the id of the point. */
  acceptedProblems: Record<string, string>
  version: number
  createdAt: Date
  updatedAt: Date
}

/** Where the values of a write come from (C3). */
export interface ValueSource {
  kind: SourceKind
  /** The call, message or import. */
  id?: string | null
  /** Of an import. */
  row?: number | null
  /** From 0 to 1; left out, as sure as one is of what comes that way. */
  confidence?: number | null
  /** Who wrote it, where that is not the actor. */
  by?: string | null
}

/** A file as it was written: without `before` it is new. */
export interface WrittenFile {
  before?: CustomerFile | undefined
  after: CustomerFile
  source: ValueSource
  /** What another system knows a new file by. */
  externalKey?: string
}
