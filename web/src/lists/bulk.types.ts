import type { bulkPreview, BulkView } from '@parvandeh/contract'
import type { LucideIcon } from 'lucide-react'
import type { z } from 'zod'
import type { Option } from '../ui/OptionList.tsx'

export type BulkPreview = z.output<typeof bulkPreview>

/** One thing that can be done to many rows at once. */
export interface BulkVerb {
  key: string
  label: string
  icon: LucideIcon
  /** What is to be chosen for it; left out, nothing is. */
  options?: readonly Option[]
  /** The name of having no value, where the value may be taken away. */
  none?: string
}

/** A change of many rows that has been said in full, but not made. */
export interface BulkChange {
  preview: () => Promise<BulkPreview>
  /** `id` names the change, so that asking twice is asking once. */
  apply: (id: string) => Promise<BulkView>
}

/** How many rows of a list are changed at once: what can be done, how it is asked, and the words for what it touches. */
export interface BulkPlan<Row> {
  noun: BulkView['noun']
  verbs: readonly BulkVerb[]
  /** Does what is not a change of the rows themselves, such as putting them into a segment; true where the verb is such a one. */
  run?: (verb: string, value: string | null, picked: readonly Row[] | 'all') => boolean
  begin: (verb: string, value: string | null, picked: readonly Row[] | 'all') => BulkChange
  fieldSaid: (field: string) => string
  valueSaid: (field: string, value: string | number | boolean | null) => string
}
