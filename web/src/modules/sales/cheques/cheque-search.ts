import { chequeRoutes } from '@parvandeh/contract'
import type { z } from 'zod'
import { readFilters } from '../../../api/filters.ts'
import { type ListParts, readListParts } from '../../../lists/list-search.ts'
import { type Period, readPeriod } from '../../../ui/date/periods.ts'

const filters = chequeRoutes.list.query.pick({ state: true })

/** What the address of the list may hold. */
export type ChequeSearch = ListParts & Partial<z.output<typeof filters>> & { period?: Period | undefined }

/** Reads the filters out of the address. */
export const readChequeSearch = (search: Record<string, unknown>): ChequeSearch => ({
  ...readFilters(filters, search),
  ...(search.period === undefined ? {} : { period: readPeriod(search.period, 'this-month') }),
  ...readListParts(search),
})
