import { type Condition, readCondition } from '@parvandeh/contract'
import { foldSpaced } from '@parvandeh/contract/persian'
import type { CustomerSearch } from './customer-search.ts'

/** The condition in the address; null where there is none. */
export const whereOf = ({ where }: CustomerSearch): Condition | null => (where === undefined ? null : readCondition(where))

const simple = ['kind', 'unitId', 'ownerId', 'provinceId'] as const

/** All that the list is narrowed by as one condition, for a segment; digits that were searched for can be of many fields and are left out. */
export function conditionOfSearch(search: CustomerSearch): Condition | null {
  const equal = (field: string, value: string | number | boolean): Condition => ({ field, is: 'equals', value })
  const where = whereOf(search)
  const words = foldSpaced(search.q ?? '')
    .split(' ')
    .filter((word) => word !== '' && !/\d/u.test(word))
  const parts: Condition[] = [
    ...simple.flatMap((field) => (search[field] === undefined ? [] : [equal(field, search[field])])),
    ...(search.provisional === undefined ? [] : [equal('provisional', search.provisional === 'true')]),
    ...(search.segmentId === undefined ? [] : [equal('segment', search.segmentId)]),
    ...words.map((value): Condition => ({ field: 'name', is: 'contains', value })),
    ...(where === null ? [] : 'all' in where ? where.all : [where]),
  ]
  const [first] = parts
  return first === undefined ? null : parts.length === 1 ? first : { all: parts }
}
