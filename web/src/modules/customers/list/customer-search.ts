import { customerFilters } from '@parvandeh/contract'
import type { z } from 'zod'
import { readFilters } from '../../../api/filters.ts'

/** What the address of the list may hold: the filters of the contract, each optional. */
export type CustomerSearch = Partial<z.output<typeof customerFilters>>

/** Reads the filters out of the address. */
export const readCustomerSearch = (search: Record<string, unknown>): CustomerSearch => readFilters(customerFilters, search)

/** How many filters narrow the list, the text searched for and the order aside. */
export const countFilters = ({ q: _, sort: __, ...filters }: CustomerSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length
