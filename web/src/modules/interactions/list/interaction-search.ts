import { interactionRoutes } from '@parvandeh/contract'
import type { z } from 'zod'
import { readFilters } from '../../../api/filters.ts'
import { type ListParts, readListParts } from '../../../lists/list-search.ts'

const filters = interactionRoutes.list.query.pick({ kind: true, direction: true, personId: true })

/** What the address of the list may hold. */
export type InteractionSearch = ListParts & Partial<z.output<typeof filters>>

/** Reads the filters out of the address. */
export const readInteractionSearch = (search: Record<string, unknown>): InteractionSearch => ({
  ...readFilters(filters, search),
  ...readListParts(search),
})
