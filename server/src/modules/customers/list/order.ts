import type { customerFilters } from '@parvandeh/contract'
import { sortedFieldTypes } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { decodeKey } from '../../../platform/paging.ts'
import { fieldRefusals } from '../../../platform/refuse-field.ts'
import { seesEveryContact } from '../customers.access.ts'
import type { FieldRow } from '../customers.tables.ts'
import { customPrefix } from '../fields/field-catalogue.ts'
import { ownFieldsAsked } from '../fields/own-fields-asked.ts'

type Sort = z.output<typeof customerFilters>['sort']

/** Along a column of the file itself. */
export interface FileOrder {
  by: 'name' | 'created' | 'contact'
  descending: boolean
}

/** Along the values of one of the organisation's own fields. */
export interface OwnOrder {
  by: Pick<FieldRow, 'id' | 'type'>
  descending: boolean
}

export type ListOrder = FileOrder | OwnOrder

/** Where a page ended: the order it was in, the value there, and the file. */
export type ListKey = [sort: string, value: string, customerId: string]

const refuse = fieldRefusals({
  'no-order': { fa: 'فهرست را با این ویژگی نمی‌توان مرتب کرد.', en: 'The list cannot be put in the order of this field.' },
})

export const isOwn = (order: ListOrder): order is OwnOrder => typeof order.by !== 'string'

/**
 * The order that is asked for, if it is the actor's to ask. Order by contact would tell of contacts out of sight as much
 * as their moment: it is for those who see them all. A field that the actor may not read is as one that is not there.
 */
export async function orderOf(context: Context, sort: Sort): Promise<ListOrder> {
  const descending = sort.startsWith('-')
  const by = descending ? sort.slice(1) : sort
  if (by.startsWith(customPrefix)) {
    const [field] = await ownFieldsAsked(context, [by])
    if (!field?.filtered || field.work_state !== 'ready' || !sortedFieldTypes.includes(field.type))
      throw refuse(context, 'sort', 'no-order')
    return { by: { id: field.id, type: field.type }, descending }
  }
  if (by === 'contact' && !seesEveryContact(context.actor)) throw new AppError('not-permitted')
  return { by: by as FileOrder['by'], descending }
}

const moment = String.raw`(?:-infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+\d\d(?::\d\d)?)`
const text = String.raw`[^\0]{0,400}`
const day = String.raw`\d{4}-\d\d-\d\d`
const number = String.raw`-?\d{1,20}(?:\.\d{1,20})?`

/** What a key can hold. Of an own field: `=` and the value, or `~` and when the file was opened that holds none. */
function keyPattern(order: ListOrder): RegExp {
  if (!isOwn(order)) return new RegExp(`^${order.by === 'name' ? text : moment}$`, 'u')
  const value = order.by.type === 'text' ? text : order.by.type === 'date' ? day : number
  return new RegExp(`^(?:=${value}|~${moment})$`, 'u')
}

/** Reads a page's key; one from a list in another order, or of another list, is refused. */
export function listKey(after: string | undefined, sort: Sort, order: ListOrder): ListKey | undefined {
  return decodeKey(after, z.tuple([z.literal(sort), z.string().regex(keyPattern(order)), z.uuid()]))
}
