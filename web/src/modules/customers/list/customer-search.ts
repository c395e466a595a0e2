import { conditionText, customerFilters } from '@parvandeh/contract'
import type { z } from 'zod'
import { readFilters } from '../../../api/filters.ts'
import { type ListParts, readListParts, withoutParts } from '../../../lists/list-search.ts'

/** What the address may hold: the filters of the contract, each optional, and the parts of any list. */
export type CustomerSearch = ListParts & Partial<z.output<typeof customerFilters>>

/** A condition in the address, as the text that the contract takes; the router reads JSON by itself. */
function readWhere(given: unknown): string | undefined {
  const text = typeof given === 'string' ? given : typeof given === 'object' && given !== null ? JSON.stringify(given) : undefined
  return text !== undefined && conditionText.safeParse(text).success ? text : undefined
}

/** Reads the filters out of the address. */
export const readCustomerSearch = (search: Record<string, unknown>): CustomerSearch => ({
  ...readFilters(customerFilters.omit({ where: true }), search),
  ...(readWhere(search.where) === undefined ? {} : { where: readWhere(search.where) }),
  ...readListParts(search),
})

/** Every filter taken away; the order, the view and the columns stay. */
export const noFilters: CustomerSearch = {
  kind: undefined,
  unitId: undefined,
  ownerId: undefined,
  provinceId: undefined,
  provisional: undefined,
  segmentId: undefined,
  where: undefined,
}

/** How many filters narrow the list, the text searched for and the order aside. */
export function countFilters(search: CustomerSearch): number {
  const { q: _, sort: __, ...filters } = withoutParts(search)
  return Object.values(filters).filter((value) => value !== undefined).length
}
