import { interactionRoutes } from '@parvandeh/contract'
import type { z } from 'zod'
import { readFilters } from '../../../api/filters.ts'
import { type ListParts, readListParts } from '../../../lists/list-search.ts'
import { type Period, readPeriod } from '../../../ui/date/periods.ts'

const filters = interactionRoutes.list.query.pick({ kind: true, direction: true, personId: true })

/** What the address of the list may hold. */
export type InteractionSearch = ListParts & Partial<z.output<typeof filters>> & { period?: Period | undefined }

/** Reads the filters out of the address. */
export const readInteractionSearch = (search: Record<string, unknown>): InteractionSearch => ({
  ...readFilters(filters, search),
  ...(search.period === undefined ? {} : { period: readPeriod(search.period, 'last-30-days') }),
  ...readListParts(search),
})
