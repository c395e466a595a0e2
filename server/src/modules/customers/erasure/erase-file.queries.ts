import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { nameByCode, sortNameOf } from '../files/display-name.rules.ts'

/** Tables of the module whose rows outlive an erasure: the file's own row, blanked, and what was erased when. */
const outliving = ['customer', 'erasure']

/** What keeps apart the tables of files of this module, so that one which came later is not forgotten. */
async function tablesOfFiles({ tx }: Context): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped
    where n.nspname = 'customers' and c.relkind = 'r' and c.relname <> all(${outliving}::text[])`.execute(tx)
  return inOrderOfKeys(
    found.rows.map(({ name }) => name),
    await keysBetween(tx),
  )
}

async function keysBetween(tx: Context['tx']): Promise<{ from: string; to: string }[]> {
  const found = await sql<{ from: string; to: string }>`
    select f.relname as "from", t.relname as "to" from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    join pg_namespace n on n.oid = f.relnamespace
    where k.contype = 'f' and n.nspname = 'customers' and f.oid <> t.oid and t.relnamespace = f.relnamespace`.execute(tx)
  return found.rows
}

/** Whoever names another goes before it. */
function inOrderOfKeys(tables: readonly string[], keys: readonly { from: string; to: string }[]): string[] {
  const rest = new Set(tables)
  const ordered: string[] = []
  while (rest.size > 0) {
    const free = [...rest].filter((table) => !keys.some(({ from, to }) => to === table && rest.has(from)))
    if (free.length === 0) throw new Error(`tables that name each other: ${[...rest].join(', ')}`)
    for (const table of free) rest.delete(table)
    ordered.push(...free)
  }
  return ordered
}

/** Removes every row of these files but the files' own; gives how many of which table. */
export async function deleteParts(context: Context, customerIds: readonly string[]): Promise<Map<string, number>> {
  await deleteFromOthers(context, customerIds)
  const counts = new Map<string, number>()
  for (const table of await tablesOfFiles(context)) {
    const kept = table === 'identifier' ? sql`and kind <> 'code'` : sql``
    const gone = await sql`delete from ${sql.table(`customers.${table}`)} where customer_id = any(${customerIds}::uuid[]) ${kept}`.execute(
      context.tx,
    )
    counts.set(table, Number(gone.numAffectedRows ?? 0))
  }
  return counts
}

/** By these names rows of one file point at another: the end of a relation, a likely duplicate, what was merged and parted. */
const otherEnds = ['other_id', 'merged_id']

/** What files of others say of these, and the lines that tell of relations with them. */
async function deleteFromOthers({ tx }: Context, customerIds: readonly string[]): Promise<void> {
  await sql`delete from customers.timeline_entry t using customers.relation r
    where r.other_id = any(${customerIds}::uuid[]) and t.customer_id = r.customer_id and t.subject_id = r.id`.execute(tx)
  const found = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = any(${otherEnds}::text[]) and not a.attisdropped
    where n.nspname = 'customers' and c.relkind = 'r' order by 1, 2`.execute(tx)
  for (const { table, column } of found.rows)
    await sql`delete from ${sql.table(`customers.${table}`)} where ${sql.ref(column)} = any(${customerIds}::uuid[])`.execute(tx)
}

/** Columns of the file's row that say nothing of anybody, or that the rest is counted by. */
const outlivingColumns = [
  'customer_id',
  'code',
  'kind',
  'unit_id',
  'owner_id',
  'created_at',
  'version',
  'gone',
  'merged_into',
  'deleted_at',
  'removed_by',
  'source_kind',
]

/** Empties the files' own rows: of every column what the table gives a new one, if it must hold something at all. */
export async function blankFiles(context: Context, files: readonly { customerId: string; code: string }[]): Promise<void> {
  const found = await sql<{ name: string; empty: string }>`
    select a.attname as name, case when not a.attnotnull then 'null'
        when format_type(a.atttypid, null) = 'jsonb' then '''{}''::jsonb' when format_type(a.atttypid, null) = 'boolean' then 'false'
        when format_type(a.atttypid, null) like 'timestamp%' then '''-infinity''' when format_type(a.atttypid, null) like '%[]' then '''{}'''
        when format_type(a.atttypid, null) = 'text' then '''''' else '0' end as empty
    from pg_attribute a where a.attrelid = 'customers.customer'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.attname <> all(${outlivingColumns}::text[])`.execute(context.tx)
  const emptied = found.rows.map(({ name, empty }) => sql`${sql.ref(name)} = ${sql.raw(empty)}`)
  for (const { customerId, code } of files) {
    await sql`update customers.customer set ${sql.join(emptied)} where customer_id = ${customerId}`.execute(context.tx)
    const name = nameByCode(code)
    await sql`update customers.customer set display_name = ${name}, sort_name = ${sortNameOf(name)}, erased_at = ${context.now},
      updated_at = ${context.now}, deleted_at = coalesce(deleted_at, ${context.now}), gone = true, version = version + 1
      where customer_id = ${customerId}`.execute(context.tx)
  }
}
