import { requestFilters } from '@parvandeh/contract'
import type { z } from 'zod'
import { readFilters } from '../../../api/filters.ts'

export type RequestFilters = z.input<typeof requestFilters>

/** What the address of the list may hold: the filters of the contract, and the word for every state, finished or not. */
export type RequestSearch = Omit<RequestFilters, 'status'> & { status?: RequestFilters['status'] | 'any' }

/** Reads the filters out of the address. */
export function readRequestSearch(search: Record<string, unknown>): RequestSearch {
  const found: RequestSearch = readFilters(requestFilters, search)
  return search.status === 'any' ? { ...found, status: 'any' } : found
}

/** What is asked of the server: where the address says nothing, the requests that are not finished. */
export function filtersOf({ status = 'unfinished', ...others }: RequestSearch): RequestFilters {
  return status === 'any' ? others : { ...others, status }
}

/** How many filters narrow the list, the text searched for and the order aside. */
export const countFilters = ({ q: _, sort: __, ...filters }: RequestSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length

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
