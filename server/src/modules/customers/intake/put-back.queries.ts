import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Of these files those that have seen more than being written themselves: a call, a request, a document. */
export async function readWorkedOn(context: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = await sql<{ id: string }>`select distinct t.customer_id as id from customers.timeline_entry t
    where t.customer_id = any(${[...ids]}::uuid[]) and t.subject_id <> t.customer_id`.execute(context.tx)
  return new Set(found.rows.map(({ id }) => id))
}

/** Frees the keys by which another system knew files that are gone: the next import may bring them again. */
export async function releaseExternal(context: Context, ids: readonly string[], externals: readonly string[]): Promise<void> {
  await sql`delete from customers.identifier where kind = 'external' and value = any(${[...externals]}::text[])
    and customer_id = any(${[...ids]}::uuid[])`.execute(context.tx)
}
