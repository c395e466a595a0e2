import { requestFilters } from '@parvandeh/contract'
import type { z } from 'zod'
import { readFilters } from '../../../api/filters.ts'
import { type ListParts, readListParts, withoutParts } from '../../../lists/list-search.ts'

export type RequestFilters = z.input<typeof requestFilters>

/** What the address may hold: the filters of the contract, the word for every state, finished or not, and the parts of any list. */
export type RequestSearch = ListParts & Omit<RequestFilters, 'status'> & { status?: RequestFilters['status'] | 'any' }

/** Reads the filters out of the address. */
export function readRequestSearch(search: Record<string, unknown>): RequestSearch {
  const found: RequestSearch = { ...readFilters(requestFilters, search), ...readListParts(search) }
  return search.status === 'any' ? { ...found, status: 'any' } : found
}

/** What is asked of the server: where the address says nothing, the requests that are not finished. */
export function filtersOf(search: RequestSearch): RequestFilters {
  const { status = 'unfinished', ...others } = withoutParts(search)
  return status === 'any' ? others : { ...others, status }
}

/** Every filter taken away; the order, the view and the columns stay. */
export const noFilters: RequestSearch = {
  status: undefined,
  priority: undefined,
  unitId: undefined,
  holderId: undefined,
  topicId: undefined,
  productId: undefined,
  customerId: undefined,
}

/** How many filters narrow the list, the text searched for and the order aside. Requests of every state are no narrower than those at work. */
export function countFilters(search: RequestSearch): number {
  const { q: _, sort: __, ...filters } = withoutParts(search)
  return Object.values(filters).filter((value) => value !== undefined && value !== 'any').length
}

export type PresetName = 'mine' | 'queue' | 'all'

/** The filters of a preset; those whose person or unit is not known are not offered. */
export function presetsOf(person: { id: string; unitId: string | null } | null): { name: PresetName; search: RequestSearch }[] {
  const mine: RequestSearch = { holderId: person?.id, sort: 'priority' }
  const queue: RequestSearch = { holderId: 'nobody', unitId: person?.unitId ?? undefined, sort: 'priority' }
  return [
    ...(person ? [{ name: 'mine' as const, search: mine }] : []),
    ...(person?.unitId ? [{ name: 'queue' as const, search: queue }] : []),
    { name: 'all', search: {} },
  ]
}

/** The preset that the holder and the unit in force make up, whatever else narrows the list. */
export function presetIn(search: RequestSearch, presets: ReturnType<typeof presetsOf>): PresetName | null {
  return presets.find((preset) => preset.search.holderId === search.holderId && preset.search.unitId === search.unitId)?.name ?? null
}
