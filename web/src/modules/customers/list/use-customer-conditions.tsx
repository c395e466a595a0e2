import type { ListConditions } from '../../../lists/condition/ConditionChips.tsx'
import { jsonOfCondition } from '../../../lists/condition/draft.rules.ts'
import { FittingCount } from '../segments/SegmentSize.tsx'
import { whereOf } from './condition-of-search.ts'
import type { CustomerSearch } from './customer-search.ts'
import { useConditionSource } from './use-condition-source.ts'

/** Conditions over any field of the file, as the list of customers has them in its address. */
export function useCustomerConditions(search: CustomerSearch, onChange: (change: CustomerSearch) => void): ListConditions {
  return {
    source: useConditionSource(),
    value: whereOf(search),
    onChange: (condition) => onChange({ where: jsonOfCondition(condition) }),
    simple: ['kind', 'ownerId', 'unitId', 'provinceId', 'provisional', 'segment'],
    renderAside: (condition) => <FittingCount condition={condition} />,
  }
}
