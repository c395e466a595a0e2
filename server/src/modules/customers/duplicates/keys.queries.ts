import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** A key shared by more files than this tells nothing: the telephone of a switchboard, say. */
export const mostInBlock = 40

interface KeyOfFile {
  key: string
  customerId: string
}

const asRows = (keys: readonly KeyOfFile[]) =>
  sql`unnest(${keys.map(({ key }) => key)}::bigint[], ${keys.map(({ customerId }) => customerId)}::uuid[]) k (key, customer_id)`

/** Adds keys of files; those that are there stay. */
export async function insertKeys(context: Context, keys: readonly KeyOfFile[]): Promise<void> {
  if (keys.length === 0) return
  await sql`insert into customers.duplicate_key (key, customer_id) select k.key, k.customer_id from ${asRows(keys)} order by 1, 2
    on conflict do nothing`.execute(context.tx)
}

export async function deleteKeys(context: Context, keys: readonly KeyOfFile[]): Promise<void> {
  if (keys.length === 0) return
  await sql`delete from customers.duplicate_key d using ${asRows(keys)} where d.key = k.key and d.customer_id = k.customer_id`.execute(
    context.tx,
  )
}

/** Notes that these files changed and are to be compared with the others. */
export async function markDue(context: Context, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return
  await sql`insert into customers.duplicate_due (customer_id) select unnest(${[...customerIds]}::uuid[]) order by 1 on conflict do nothing`.execute(
    context.tx,
  )
}

/** Takes files that are to be compared off the list. */
export async function takeDue(context: Context, limit: number): Promise<string[]> {
  const taken = await sql<{ id: string }>`delete from customers.duplicate_due where customer_id in (
    select customer_id from customers.duplicate_due order by customer_id limit ${limit} for update skip locked) returning customer_id as id`.execute(
    context.tx,
  )
  return taken.rows.map(({ id }) => id)
}

export async function forgetDue(context: Context): Promise<void> {
  await sql`delete from customers.duplicate_due`.execute(context.tx)
}

/** Files that have one of these keys, by the key; of keys that very many have, none. */
export async function readByKeys(context: Context, keys: readonly string[]): Promise<Map<string, string[]>> {
  if (keys.length === 0) return new Map()
  const found = await sql<KeyOfFile>`
    select q.key::text as key, k.customer_id as "customerId" from unnest(${[...new Set(keys)]}::bigint[]) q (key)
    cross join lateral (select customer_id from customers.duplicate_key d where d.key = q.key limit ${mostInBlock + 1}) k`.execute(
    context.tx,
  )
  const byKey = Map.groupBy(found.rows, ({ key }) => key)
  return new Map(
    [...byKey].filter(([, files]) => files.length <= mostInBlock).map(([key, files]) => [key, files.map(({ customerId }) => customerId)]),
  )
}

/** Pairs of files that share a key between these bounds; each pair once, its lesser id first. */
export async function readPairsBetween(context: Context, from: string, below: string | null): Promise<[string, string][]> {
  const found = await sql<{ a: string; b: string }>`
    with block as (
      select array_agg(customer_id order by customer_id) as ids from customers.duplicate_key
      where key >= ${from}::bigint and ${below === null ? sql`true` : sql`key < ${below}::bigint`}
      group by key having count(*) between 2 and ${mostInBlock})
    select distinct a, b from block cross join lateral unnest(ids) a cross join lateral unnest(ids) b where a < b`.execute(context.tx)
  return found.rows.map(({ a, b }) => [a, b])
}
