import type { ConditionValue, DescribedField } from '@parvandeh/contract'
import type { Option } from '../../ui/OptionList.tsx'

/** What conditions can be made of: fields, in groups, and the names of their values. */
export interface ConditionSource {
  fields: readonly DescribedField[]
  groupName: (key: string) => string
  /** What can be chosen as a value of a field; null where it is typed. */
  optionsOf: (field: DescribedField) => readonly Option[] | null
  /** How many fit a condition, as far as is known; for the foot of the builder. */
  areRead: boolean
}

type Scalar = string | number | boolean

/** The values of a line, one by one. */
export const valuesOf = (value: ConditionValue | undefined): Scalar[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
