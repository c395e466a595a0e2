import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleRows } from '../../identity/index.ts'
import { readableRows, visibleFiles } from '../customers.access.ts'

const mostFound = 20_000

/** Files that are known by these external keys, of those that the actor may see; a merged one leads to the file that is left. */
export async function readByExternal(context: Context, values: readonly string[]): Promise<Map<string, string>> {
  if (values.length === 0) return new Map()
  const found = await sql<{ value: string; id: string }>`
    select i.value, s.customer_id as id from customers.identifier i
    join customers.customer c on c.customer_id = i.customer_id
    join customers.customer s on s.customer_id = coalesce(c.merged_into, c.customer_id)
    where i.kind = 'external' and i.value = any(${[...new Set(values)]}::text[]) and ${visibleFiles(context.actor, 'customers.read', 's')}`.execute(
    context.tx,
  )
  return new Map(found.rows.map(({ value, id }) => [value, id]))
}

/** Files that are found whole by these keys, by what they are and the key, of those that the actor may see and by what they may read. */
export async function readByKeys(context: Context, keys: readonly string[]): Promise<Map<string, string[]>> {
  if (keys.length === 0) return new Map()
  const rows = await sql<{ source: string; joined: string; id: string }>`
    select distinct r.source, r.joined, s.customer_id as id from customers.search_row r
    join customers.customer c on c.customer_id = r.customer_id
    join customers.customer s on s.customer_id = coalesce(c.merged_into, c.customer_id)
    where r.joined = any(${[...new Set(keys)]}::text[])
      and r.source = any('{name,code,national-code,company-national-id}'::text[])
      and ${visibleRows(context.actor, 'customers.read', 'r')} and ${readableRows(context.actor, 'r')}
      and ${visibleFiles(context.actor, 'customers.read', 's')} limit ${mostFound}`.execute(context.tx)
  const found = new Map<string, string[]>()
  for (const { source, joined, id } of rows.rows) found.set(`${source} ${joined}`, [...(found.get(`${source} ${joined}`) ?? []), id])
  return found
}
