import { foldJoined } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { visibleRows } from '../../identity/index.ts'
import type { CustomersTables } from '../customers.tables.ts'

const customers = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

/** A file with what says whether it is there, removed, merged or erased. */
export interface FileState {
  customerId: string
  code: string
  unitId: string | null
  ownerId: string | null
  version: number
  mergedInto: string | null
  deletedAt: Date | null
  erasedAt: Date | null
}

/** Any file, also one that is in no list; `locked`: held until the transaction ends. */
export async function readAnyFile(context: Context, customerId: string, { locked }: { locked: boolean }): Promise<FileState | undefined> {
  return customers(context)
    .selectFrom('customers.customer')
    .select(['customer_id as customerId', 'code', 'unit_id as unitId', 'owner_id as ownerId', 'version'])
    .select(['merged_into as mergedInto', 'deleted_at as deletedAt', 'erased_at as erasedAt'])
    .where('customer_id', '=', customerId)
    .$if(locked, (query) => query.forUpdate())
    .executeTakeFirst()
}

/** The file and all that were merged into it, however often. */
export async function readMergedInto({ tx }: Context, customerId: string): Promise<string[]> {
  const ids = [customerId]
  for (let newest = ids; newest.length > 0;) {
    const found = await sql<{ id: string }>`
      select customer_id as id from customers.customer where merged_into = any(${newest}::uuid[])`.execute(tx)
    newest = found.rows.map(({ id }) => id).filter((id) => !ids.includes(id))
    ids.push(...newest)
  }
  return ids
}

/** These files and those merged into them, each with the one of these that it is read in. */
export async function readRoots({ tx }: Context, customerIds: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; root: string }>`
    select customer_id as id, merged_into as root from customers.customer where merged_into = any(${customerIds}::uuid[])`.execute(tx)
  return new Map([...customerIds.map((id) => [id, id] as const), ...found.rows.map(({ id, root }) => [id, root] as const)])
}

/** Many files, also those that are in no list, held until the transaction ends. */
export async function lockAnyFiles(context: Context, customerIds: readonly string[]): Promise<Map<string, FileState>> {
  const rows = await customers(context)
    .selectFrom('customers.customer')
    .select(['customer_id as customerId', 'code', 'unit_id as unitId', 'owner_id as ownerId', 'version'])
    .select(['merged_into as mergedInto', 'deleted_at as deletedAt', 'erased_at as erasedAt'])
    .where(sql<boolean>`customer_id = any(${customerIds}::uuid[])`)
    .orderBy('customer_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.customerId, row]))
}

/** Takes files out of every list; nothing finds them until they are restored. */
export async function markRemoved(context: Context, customerIds: readonly string[], reason: string): Promise<void> {
  await sql`update customers.customer set deleted_at = ${context.now}, gone = true, removed_by = ${context.actor.personId},
    removal_reason = ${reason}, version = version + 1, updated_at = ${context.now}
    where customer_id = any(${customerIds}::uuid[])`.execute(context.tx)
  await sql`delete from customers.search_row where customer_id = any(${customerIds}::uuid[])`.execute(context.tx)
}

/** Puts files back; gives by which keys other systems know them. */
export async function markRestored(context: Context, customerIds: readonly string[]): Promise<{ customerId: string; key: string }[]> {
  await sql`update customers.customer set deleted_at = null, gone = merged_into is not null, removed_by = null, removal_reason = null,
    version = version + 1, updated_at = ${context.now} where customer_id = any(${customerIds}::uuid[])`.execute(context.tx)
  const found = await customers(context)
    .selectFrom('customers.identifier')
    .select(['value', 'customer_id as customerId'])
    .where(sql<boolean>`customer_id = any(${customerIds}::uuid[])`)
    .where('kind', '=', 'external')
    .execute()
  // The key stands behind the name of the system that gave it.
  return found.map(({ value, customerId }) => ({ customerId, key: value.slice(value.indexOf(':') + 1) }))
}

export interface RemovedRow {
  customerId: string
  code: string
  displayName: string
  kind: 'person' | 'organisation'
  unitId: string | null
  ownerId: string | null
  removedAt: Date
  removedBy: string | null
  reason: string
  erasureDueAt: Date | null
  version: number
}

/** Removed files that the actor may restore, the last removed first. */
export async function readRemoved(
  context: Context,
  { q, after, limit }: { q: string | undefined; after: readonly [string, string] | undefined; limit: number },
): Promise<RemovedRow[]> {
  const conditions = [
    sql`c.deleted_at is not null and c.erased_at is null`,
    visibleRows(context.actor, 'customers.delete', 'c'),
    ...(q ? [sql`(strpos(c.name_joined, ${foldJoined(q)}) > 0 or c.code = ${q})`] : []),
    ...(after ? [sql`(c.deleted_at, c.customer_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ]
  const found = await sql<RemovedRow>`
    select c.customer_id as "customerId", c.code, c.display_name as "displayName", c.kind, c.unit_id as "unitId", c.owner_id as "ownerId",
      c.deleted_at as "removedAt", c.removed_by as "removedBy", coalesce(c.removal_reason, '') as reason, c.version,
      (select e.due_at from customers.erasure e where e.customer_id = c.customer_id and e.state = 'waiting') as "erasureDueAt"
    from customers.customer c where ${sql.join(conditions, sql` and `)}
    order by c.deleted_at desc, c.customer_id desc limit ${limit}`.execute(context.tx)
  return found.rows
}
