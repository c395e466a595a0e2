import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { fileIds } from '../../files/file-set.queries.ts'

/**
 * Whether somebody has ever said that these two files, or any that are read in them, are of two customers: also where
 * they have come to share something new since, and are asked about again.
 */
export async function wereToldApart(context: Context, one: string, other: string): Promise<boolean> {
  const [ids, others] = [await fileIds(context, one), await fileIds(context, other)]
  const found = await sql`
    select from customers.duplicate_pair p where p.decided_at is not null
      and ((p.customer_id = any(${ids}::uuid[]) and p.other_id = any(${others}::uuid[]))
        or (p.customer_id = any(${others}::uuid[]) and p.other_id = any(${ids}::uuid[])))
    limit 1`.execute(context.tx)
  return found.rows.length > 0
}

/** Whether another system knows the two, or what is read in them, by different keys: to it they are two customers. */
export async function haveOtherKeys(context: Context, one: string, other: string): Promise<boolean> {
  const [ids, others] = [await fileIds(context, one), await fileIds(context, other)]
  // The key stands behind the name of the system that gave it; no two files have the same.
  const found = await sql`
    select from customers.identifier a join customers.identifier b on b.kind = 'external' and split_part(b.value, ':', 1) = split_part(a.value, ':', 1)
    where a.kind = 'external' and a.customer_id = any(${ids}::uuid[]) and b.customer_id = any(${others}::uuid[])
    limit 1`.execute(context.tx)
  return found.rows.length > 0
}
