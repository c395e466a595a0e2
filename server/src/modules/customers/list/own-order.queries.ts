import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readList, readPage } from './list.queries.ts'
import type { FewFiles, ListCondition, ListedCustomer } from './list.queries.ts'
import { isOwn } from './order.ts'
import type { ListKey, ListOrder, OwnOrder } from './order.ts'

/** One page of the list in whichever order. */
export const readOrdered = (
  context: Context,
  where: ListCondition | FewFiles,
  order: ListOrder,
  after: ListKey | undefined,
  limit: number,
  ownKeys: readonly string[] = [],
): Promise<ListedCustomer[]> =>
  isOwn(order) ? readByOwn(context, where, order, after, limit, ownKeys) : readList(context, where, order, after, limit, ownKeys)

/**
 * One page in the order of an own field: files that hold a value of it, along its index, then those that hold none, the
 * newest first. The value in the key of the next page says in which of the two it goes on.
 */
async function readByOwn(
  context: Context,
  where: ListCondition | FewFiles,
  order: OwnOrder,
  after: ListKey | undefined,
  limit: number,
  ownKeys: readonly string[],
): Promise<ListedCustomer[]> {
  const [sort = '', value = '', customerId = ''] = after ?? []
  const goesOnWithout = value.startsWith('~')
  const key = { value: value.slice(1), customerId }
  const holding = goesOnWithout ? [] : await readHolding(context, where, order, after && key, limit, ownKeys)
  if (holding.length === limit) return holding
  const newest = { by: 'created', descending: true } as const
  const rest: ListKey | undefined = goesOnWithout ? [sort, key.value, customerId] : undefined
  const without = await readList(context, await lacking(context, where, order), newest, rest, limit - holding.length, ownKeys)
  return [...holding, ...without.map((row) => ({ ...row, sortValue: `~${row.sortValue}` }))]
}

/** Files whose value lies beyond the key. The walk goes along the index and asks each file by itself whether it is listed. */
function readHolding(
  context: Context,
  where: ListCondition | FewFiles,
  { by: { id, type }, descending }: OwnOrder,
  after: { value: string; customerId: string } | undefined,
  limit: number,
  ownKeys: readonly string[],
): Promise<ListedCustomer[]> {
  const isText = type === 'text'
  const column = sql.ref(isText ? 'sort_text' : 'value')
  const [sign, direction] = descending ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const ended = isText ? sql`${after?.value}::text` : sql`${JSON.stringify(type === 'date' ? after?.value : Number(after?.value))}::jsonb`
  const beyond = after ? sql`and (v.${column}, v.customer_id) ${sign} (${ended}, ${after.customerId}::uuid)` : sql``
  const listed =
    'few' in where
      ? sql`customers.field_value v where v.customer_id = any(${[...where.few]}::uuid[])`
      : sql`customers.field_value v
        cross join lateral (select from customers.customer c where c.customer_id = v.customer_id and ${where} offset 0) listed where true`
  const present = isText ? sql`and v.sort_text is not null` : sql``
  return readPage(context, {
    page: sql`select v.customer_id, v.${column} as sorted from ${listed} and v.field_id = ${id}::uuid ${present} ${beyond}
      order by v.${column} ${direction}, v.customer_id ${direction} limit ${limit}`,
    ordered: sql`page.sorted ${direction}, page.customer_id ${direction}`,
    sortValue: isText ? sql`'=' || page.sorted` : sql`'=' || (page.sorted #>> '{}')`,
    ownKeys,
  })
}

/** Of the listed files those that hold no value of the field. */
async function lacking(context: Context, where: ListCondition | FewFiles, { by }: OwnOrder): Promise<ListCondition | FewFiles> {
  const isHeldBy = (customerId: RawBuilder<unknown>) =>
    sql<boolean>`exists (select from customers.field_value v where v.customer_id = ${customerId} and v.field_id = ${by.id}::uuid)`
  if (!('few' in where)) return sql<boolean>`(${where} and not ${isHeldBy(sql.ref('c.customer_id'))})`
  const found = await sql<{ id: string }>`
    select f.id from unnest(${[...where.few]}::uuid[]) f (id) where not ${isHeldBy(sql.ref('f.id'))}`.execute(context.tx)
  return { few: found.rows.map(({ id }) => id) }
}
