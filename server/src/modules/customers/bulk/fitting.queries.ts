import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { BulkKey, ChosenPage, ChosenRows } from '../../identity/index.ts'

/** So many files are looked at for one page, whether they fit or not: what fits few of a million is found in many short steps. */
const stretch = 10_000

/** The next files that meet a condition, in the order of their ids. */
export async function readFitting(
  context: Context,
  where: RawBuilder<boolean>,
  { after, limit, thereAt }: ChosenPage,
): Promise<ChosenRows> {
  const beyond = after === null ? sql<boolean>`true` : sql<boolean>`c.customer_id > ${after}::uuid`
  const looked = await sql<{ id: string }>`select c.customer_id as id from customers.customer c where ${beyond}
    order by c.customer_id offset ${stretch - 1} limit 1`.execute(context.tx)
  const edge = looked.rows[0]?.id ?? null
  const within = edge === null ? sql<boolean>`true` : sql<boolean>`c.customer_id <= ${edge}::uuid`
  const found = await sql<BulkKey>`select c.customer_id as "customerId", c.customer_id as id, c.code as label from customers.customer c
    where ${beyond} and ${within} and c.created_at <= ${thereAt} and ${where} order by c.customer_id limit ${limit}`.execute(context.tx)
  const keys = found.rows
  const last = keys.at(-1)?.id ?? null
  return { keys, upTo: keys.length === limit ? last : (edge ?? last) }
}

/** Files that meet a condition, drawn by lot: those on a share of the pages of the table, at most so many. */
export async function drawFitting(context: Context, where: RawBuilder<boolean>, percent: number, most: number): Promise<string[]> {
  const found = await sql<{ id: string }>`select c.customer_id as id from customers.customer c
    tablesample system (${Math.min(100, percent)}) repeatable (1405) where ${where} limit ${most}`.execute(context.tx)
  return found.rows.map(({ id }) => id)
}
