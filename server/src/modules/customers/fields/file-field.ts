import type { DescribedField, Leaf } from '@parvandeh/contract'
import type { RawBuilder } from 'kysely'
import type { Actor, Context } from '../../../platform/context.ts'

/** Under whom and when something is asked of the files. */
export interface Asking {
  context: Context
  /** Whose rights hold: fields and rows out of this actor's sight are asked of nobody. */
  actor: Actor
  /** Segments whose rules led here: what a rule names may be asked though the asker is not told of it. */
  within?: readonly string[]
  /** Today and the zone of the organisation, for periods that move with it. */
  today: string
  zone: string
  /** The table of files in the query, `customers.customer`. */
  alias: string
}

/** A field as the catalogue knows it, and how a filter asks for its values; without `ask` it cannot be filtered by. */
export interface FileField extends DescribedField {
  ask?: (leaf: Leaf, asking: Asking) => RawBuilder<boolean> | Promise<RawBuilder<boolean>>
}
