import type { CustomerTarget } from '@parvandeh/contract'
import type { FixedField, GivenPoint, GivenRow } from '../../../customers/index.ts'
import type { SaidFault } from '../mapping/row-faults.rules.ts'

/** What stands in a cell, and where in a file it belongs. */
export interface Cell {
  column: string
  to: CustomerTarget
  group: number
  text: string
}

/** A row as its cells have told it so far. */
export interface Draft {
  given: { -readonly [K in keyof GivenRow]: GivenRow[K] }
  points: (GivenPoint & { column: string })[]
  /** Which column a field came from. */
  columnOf: Partial<Record<FixedField, string>>
  faults: SaidFault[]
}
