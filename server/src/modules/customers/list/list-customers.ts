import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { pageFrom } from '../../../platform/paging.ts'
import { readClasses } from '../classes/file-classes.queries.ts'
import { namesOfReferences } from '../fields/present-custom.ts'
import { ownFieldsAsked } from '../fields/own-fields-asked.ts'
import { countList, listConditions, readFew } from './list.queries.ts'
import type { ListedCustomer } from './list.queries.ts'
import type { FieldRow } from '../customers.tables.ts'
import { isOwn, listKey, orderOf } from './order.ts'
import { readOrdered } from './own-order.queries.ts'
import { presentRow } from './present-row.ts'

type List = typeof contract.customers.list
type Count = typeof contract.customers.count

const rare = 2000

/** What may fit few files, wherever they lie: these are better found first and put in order then. */
const isPicky = ({ q, segmentId, where }: Pick<QueryOf<Count>, 'q' | 'segmentId' | 'where'>): boolean =>
  [q, segmentId, where].some((given) => given !== undefined)

/** A page of the files that the actor may see, in the asked order. */
export async function listCustomers(
  context: Context,
  { limit, after, sort, fields: asked, ...filters }: QueryOf<List>,
): Promise<AnswerOf<List>> {
  const order = await orderOf(context, sort)
  const key = listKey(after, sort, order)
  const where = await listConditions(context, filters, ['customers.read'])
  const few = isPicky(filters) || isOwn(order) ? await readFew(context, where, rare) : undefined
  const fields = await ownFieldsAsked(context, asked?.split(',') ?? [])
  const ownKeys = fields.map((field) => field.key)
  const rows = await readOrdered(context, few ?? where, order, key, limit + 1, ownKeys)
  const page = pageFrom(rows, limit, (row) => [sort, row.sortValue, row.customerId])
  const ids = page.rows.map(({ customerId }) => customerId)
  const classes = Map.groupBy(await readClasses(context, ids), ({ customerId }) => customerId)
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...presentRow(context, row),
      classes: Object.fromEntries((classes.get(row.customerId) ?? []).map(({ schemeId, classId }) => [schemeId, classId])),
    })),
    ...(fields.length > 0 && { names: await namesIn(context, fields, page.rows) }),
  }
}

const namesIn = (context: Context, fields: readonly FieldRow[], rows: readonly Pick<ListedCustomer, 'custom'>[]) =>
  namesOfReferences(
    context,
    fields,
    rows.map(({ custom = {} }) => custom),
  )

/** The ids of what fits the filters and the actor may see, at most so many. */
export async function chooseListed(context: Context, { sort, ...filters }: QueryOf<Count>, most: number): Promise<string[]> {
  const order = await orderOf(context, sort)
  const where = await listConditions(context, filters, ['customers.read'])
  const few = isPicky(filters) || isOwn(order) ? await readFew(context, where, rare) : undefined
  return (await readOrdered(context, few ?? where, order, undefined, most)).map(({ customerId }) => customerId)
}

const mostCounted = 10_000

/** How many files the list has: exact up to ten thousand. */
export async function countCustomers(context: Context, { sort: _, ...filters }: QueryOf<Count>): Promise<AnswerOf<Count>> {
  const count = await countList(context, await listConditions(context, filters, ['customers.read']), mostCounted + 1)
  return { count: Math.min(count, mostCounted), more: count > mostCounted }
}
