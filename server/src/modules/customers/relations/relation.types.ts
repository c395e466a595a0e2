import type { RelationSide } from '@parvandeh/contract'
import type { CustomerKind } from '../customers.tables.ts'

/** What is said of a relation beside its kind. */
export interface RelationFacts {
  role: string | null
  startedOn: string | null
  endedOn: string | null
  note: string | null
}

export interface RelationRow extends RelationFacts {
  id: string
  customerId: string
  otherId: string
  kindId: string
  side: RelationSide
  version: number
}

/** A relation with the file at its other end, which the actor may see. */
export interface SeenRelation extends RelationRow {
  code: string
  displayName: string
  kind: CustomerKind
}
