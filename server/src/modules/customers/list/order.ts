import type { customerFilters } from '@parvandeh/contract'
import { z } from 'zod'
import type { Actor } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { decodeKey } from '../../../platform/paging.ts'
import { seesEveryContact } from '../customers.access.ts'

type Sort = z.output<typeof customerFilters>['sort']

export interface ListOrder {
  by: 'name' | 'created' | 'contact'
  descending: boolean
}

/** Where a page ended: the order it was in, the value there, and the file. */
export type ListKey = [sort: string, value: string, customerId: string]

export const orderOf = (sort: Sort): ListOrder => ({ by: sort.replace('-', '') as ListOrder['by'], descending: sort.startsWith('-') })

/** Order by contact would tell of contacts out of sight as much as their moment: it is for those who see them all. */
export function requireOrder(actor: Actor, sort: Sort): void {
  if (orderOf(sort).by === 'contact' && !seesEveryContact(actor)) throw new AppError('not-permitted')
}

const momentText = /^(?:-infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+\d\d(?::\d\d)?)$/u

/** Reads a page's key; one from a list in another order, or of another list, is refused. */
export function listKey(after: string | undefined, sort: Sort): ListKey | undefined {
  const value =
    orderOf(sort).by === 'name'
      ? z
          .string()
          .max(400)
          .regex(/^[^\0]*$/u)
      : z.string().regex(momentText)
  return decodeKey(after, z.tuple([z.literal(sort), value, z.uuid()]))
}
