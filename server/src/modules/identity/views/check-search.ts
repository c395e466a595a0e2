import { contract } from '@parvandeh/contract'
import type { ListName, SavedView } from '@parvandeh/contract'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { parseInput } from '../../../platform/http/problems.ts'

/** What a list takes in its address, where the contract says so. */
const filtersOf: Partial<Record<ListName, z.ZodObject>> = {
  customers: contract.customers.list.query,
  requests: contract.requests.list.query,
  interactions: contract.interactions.list.query,
  people: contract.people.list.query,
  audit: contract.audit.list.query,
  imports: contract.imports.list.query,
  records: contract.kpi.records.query,
  cheques: contract.cheques.list.query,
}

/**
 * Refuses values that the list would refuse, field by field. What the list does not know is the page's own: it is
 * kept. In an address everything is text.
 */
export function checkSearch(context: Context, list: ListName, search: SavedView['search']): void {
  const filters = filtersOf[list]
  if (!filters) return
  const asText = Object.fromEntries(Object.entries(search).map(([key, value]) => [key, Array.isArray(value) ? value : String(value)]))
  try {
    parseInput(filters.partial(), asText, context.locale)
  } catch (error) {
    if (!(error instanceof AppError) || !error.problems) throw error
    throw new AppError(error.code, { problems: error.problems.map((problem) => ({ ...problem, field: `search.${problem.field}` })) })
  }
}
