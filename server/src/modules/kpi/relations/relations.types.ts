import type { AccessClass, AnswerOf, Behaviour, contract } from '@parvandeh/contract'

export type Relation = AnswerOf<typeof contract.testedRelations.judge>
export type Run = AnswerOf<typeof contract.testedRelations.run>

/** What a customer is and does, as the tests see it. */
export interface CustomerFacts {
  /** The group that the customer belongs to, by attribute; null where it is not known. */
  groups: Record<string, string | null>
  /** Null where it cannot be counted: a share of no calls. */
  behaviours: Record<Behaviour, number | null>
}

export interface Attribute {
  key: string
  name: string | null
  accessClass: AccessClass
  /** Names of groups, where they are the organisation's own. */
  names: ReadonlyMap<string, string>
}

/** A relation as it was tested, before it is kept. */
export type Tested = Pick<
  Relation,
  'attribute' | 'attributeName' | 'behaviour' | 'accessClass' | 'n' | 'groups' | 'effect' | 'value' | 'low' | 'high' | 'p' | 'q' | 'method'
>
