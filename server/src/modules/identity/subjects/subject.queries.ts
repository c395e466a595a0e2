import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

const identity = (context: Context) => tablesOf<IdentityTables>(context)

/** Forgets what people were told about these customers. */
export async function deleteNotificationsAbout(context: Context, customerIds: readonly string[]): Promise<number> {
  const gone = await identity(context)
    .deleteFrom('identity.notification')
    .where(sql<boolean>`customer_id = any(${customerIds}::uuid[])`)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Forgets what changes of many rows kept of these customers; a change for nobody else goes whole. */
export async function deleteBulkRowsAbout(context: Context, customerIds: readonly string[]): Promise<number> {
  const gone = await sql<{ bulk_id: string }>`
    delete from identity.bulk_row where customer_id = any(${customerIds}::uuid[]) returning bulk_id`.execute(context.tx)
  await sql`delete from identity.bulk b where b.id = any(${gone.rows.map((row) => row.bulk_id)}::uuid[])
    and b.selection is null and not exists (select 1 from identity.bulk_row r where r.bulk_id = b.id)`.execute(context.tx)
  return gone.rows.length
}

export async function countAuditAbout(context: Context, customerIds: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from identity.audit_entry where customer_id = any(${customerIds}::uuid[])`.execute(context.tx)
  return found.rows[0]?.count ?? 0
}

/** Lines of the trail about these customers, oldest first, after a line. */
export async function readAuditAbout(context: Context, customerIds: readonly string[], after: string | undefined, limit: number) {
  let select = identity(context)
    .selectFrom('identity.audit_entry as a')
    .leftJoin('identity.person as p', 'p.id', 'a.actor_id')
    .select(['a.id', 'a.at', 'a.action', 'a.actor_kind as actorKind', 'p.name as actorName', 'a.after'])
    .where(sql<boolean>`a.customer_id = any(${customerIds}::uuid[])`)
    .orderBy('a.id')
    .limit(limit)
  if (after !== undefined) select = select.where('a.id', '>', after)
  return select.execute()
}
