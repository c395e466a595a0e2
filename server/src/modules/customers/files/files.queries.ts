import type { Permission } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { insertRows, updateRows } from '../../../platform/database/insert-rows.ts'
import { shownName, visibleFiles } from '../customers.access.ts'
import { readableClasses, visibleRows } from '../../identity/index.ts'
import { completenessMeter } from '../completeness/follow-completeness.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { accessPointColumns, birthColumns, customerColumns, fileFrom } from './columns.ts'
import { survivorOf } from './file-set.queries.ts'
import { trustOf } from '../trust/trust.rules.ts'
import { weighNewFile } from '../trust/weigh-file.ts'
import type { CustomerFile, WrittenFile } from './file.types.ts'

const customers = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

/** Codes for new files, in order; gaps are allowed. */
export async function takeCodes(context: Context, count: number): Promise<string[]> {
  const taken = await sql<{
    code: string
  }>`select nextval('customers.customer_code')::text as code from generate_series(1, ${count})`.execute(context.tx)
  return taken.rows.map((row) => row.code)
}

/** Writes new files with their ways of access; some hundreds in a handful of statements. What follows from them is not here. */
export async function insertFiles(context: Context, made: readonly WrittenFile[]): Promise<void> {
  const shareOf = await completenessMeter(context)
  const rows = made.map(({ after, source }) => ({
    customer_id: after.customerId,
    code: after.code,
    ...customerColumns(after),
    ...birthColumns(context, source),
    trust: trustOf(weighNewFile(after, source, context.now)),
    completeness: shareOf(after),
    last_contact_at: '-infinity',
    created_at: after.createdAt,
  }))
  await insertRows(context, 'customers.customer', rows, ['accepted_problems', 'custom'])
  const codes = made.map(({ after }) => ({ kind: 'code' as const, value: after.code, customer_id: after.customerId }))
  await insertRows(context, 'customers.identifier', codes)
  await insertAccessPoints(
    context,
    made.map(({ after }) => after),
  )
}

/** Writes files anew, with their ways of access. */
export async function updateFiles(context: Context, files: readonly CustomerFile[]): Promise<void> {
  const rows = files.map((file) => ({ customer_id: file.customerId, ...customerColumns(file) }))
  await updateRows(context, 'customers.customer', rows, ['accepted_problems', 'custom'])
  const ids = files.map(({ customerId }) => customerId)
  await customers(context)
    .deleteFrom('customers.access_point')
    .where(sql<boolean>`customer_id = any(${ids}::uuid[])`)
    .execute()
  await insertAccessPoints(context, files)
}

async function insertAccessPoints(context: Context, files: readonly CustomerFile[]): Promise<void> {
  const points = files.flatMap((file) => file.accessPoints.map((point, position) => accessPointColumns(file.customerId, point, position)))
  await insertRows(context, 'customers.access_point', points, ['consents', 'consent_facts'])
}

/** The customer's own lines of the timeline go where the file goes. */
export const moveOwnTimeline = (context: Context, file: CustomerFile): Promise<void> => moveOwnTimelines(context, [file])

/** The same of many files. */
export async function moveOwnTimelines(context: Context, files: readonly CustomerFile[]): Promise<void> {
  const rows = files.map(({ customerId, unitId, ownerId, version }) => ({ customerId, unitId, ownerId, version }))
  await sql`update customers.timeline_entry t set unit_id = f."unitId", owner_id = f."ownerId", subject_version = f.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f ("customerId" uuid, "unitId" uuid, "ownerId" uuid, version int)
    where t.customer_id = f."customerId" and t.subject_id = f."customerId"`.execute(context.tx)
}

/** The file that is read under this id, and how many were merged into it. */
export async function readFile(context: Context, customerId: string): Promise<(CustomerFile & { mergedCount: number }) | undefined> {
  const [row, points] = await Promise.all([
    customers(context)
      .selectFrom('customers.customer as c')
      .selectAll('c')
      .select(sql<number>`(select count(*)::int from customers.customer m where m.merged_into = c.customer_id)`.as('merged_count'))
      .where('customer_id', '=', survivorOf(customerId))
      .where('gone', '=', false)
      .executeTakeFirst(),
    readAccessPoints(context, survivorOf(customerId)),
  ])
  return row && { ...fileFrom(row, points), mergedCount: row.merged_count }
}

/** The file as it is now, held until the transaction ends; `gone`: merged or deleted, and so not to be written. */
export async function lockFile(context: Context, customerId: string): Promise<(CustomerFile & { gone: boolean }) | undefined> {
  const row = await customers(context)
    .selectFrom('customers.customer')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...fileFrom(row, await readAccessPoints(context, customerId)), gone: row.gone }
}

/** Many files as they are now, unless they were merged or removed, held until the transaction ends. */
export async function lockFiles(context: Context, customerIds: readonly string[]): Promise<Map<string, CustomerFile>> {
  const ofThese = sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`
  const rows = await customers(context)
    .selectFrom('customers.customer')
    .selectAll()
    .where(ofThese)
    .where('gone', '=', false)
    .orderBy('customer_id')
    .forUpdate()
    .execute()
  const found = await customers(context).selectFrom('customers.access_point').selectAll().where(ofThese).orderBy('position').execute()
  const points = Map.groupBy(found, (point) => point.customer_id)
  return new Map(rows.map((row) => [row.customer_id, fileFrom(row, points.get(row.customer_id) ?? [])]))
}

async function readAccessPoints(context: Context, customerId: string | RawBuilder<string>) {
  return customers(context)
    .selectFrom('customers.access_point')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('position')
    .execute()
}

/** Rights over the file that is read under this id, and the ids of what was merged into it. */
export async function readRights(context: Context, customerId: string) {
  return customers(context)
    .selectFrom('customers.customer as c')
    .select(['customer_id as customerId', 'unit_id as unitId', 'owner_id as ownerId', 'version'])
    .select(shownName(context.actor, 'c').as('displayName'))
    .select(
      sql<string[]>`array(select m.customer_id from customers.customer m where m.merged_into = c.customer_id order by 1)`.as('mergedIds'),
    )
    .where('customer_id', '=', survivorOf(customerId))
    .where('gone', '=', false)
    .executeTakeFirst()
}

/** What these files are called. */
export const readNames = (context: Context, ids: readonly string[]): Promise<Map<string, string>> => namesOf(context, ids, sql`true`)

/** The rights of these files with the version that they are of, by id; of ids without a file there is nothing. No rights are asked. */
export async function readRightsOf(context: Context, ids: readonly string[]) {
  const rows = await customers(context)
    .selectFrom('customers.customer')
    .select(['customer_id as customerId', 'unit_id as unitId', 'owner_id as ownerId', 'version'])
    .where(sql<boolean>`customer_id = any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.customerId, row]))
}

/**
 * Names of those of these files that the actor may see under the permission: what was merged goes by the file that it is
 * read in, and what was deleted is not among them.
 */
export const readVisibleNames = (context: Context, ids: readonly string[], permission: Permission): Promise<Map<string, string>> =>
  namesOf(context, ids, visibleFiles(context.actor, permission, 's'))

async function namesOf(context: Context, ids: readonly string[], which: RawBuilder<boolean>): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  // What was merged goes by the name of the file that it is read in; each is looked up by its key.
  const found = await sql<{ id: string; name: string }>`
    select c.customer_id as id, left_over.name from customers.customer c cross join lateral
      (select ${shownName(context.actor, 's')} as name from customers.customer s
       where s.customer_id = coalesce(c.merged_into, c.customer_id) and ${which} limit 1) left_over
    where c.customer_id = any(${[...new Set(ids)]}::uuid[])`.execute(context.tx)
  return new Map(found.rows.map((row) => [row.id, row.name]))
}

/** Code of another file that holds the same value, among those whose value the actor may see. */
export async function findSameValue(
  context: Context,
  source: string,
  key: string,
  exceptCustomerId: string | undefined,
): Promise<string | undefined> {
  const row = await customers(context)
    .selectFrom('customers.search_row as s')
    .innerJoin('customers.customer as c', 'c.customer_id', 's.customer_id')
    .select('c.code')
    .where('s.joined', '=', key)
    .where('s.source', '=', source)
    .where('s.access_class', 'in', readableClasses(context.actor))
    .where(visibleRows(context.actor, 'customers.read', 's'))
    .where('c.gone', '=', false)
    .$if(exceptCustomerId !== undefined, (query) => query.where('s.customer_id', '<>', exceptCustomerId ?? ''))
    .orderBy('s.customer_id')
    .limit(1)
    .executeTakeFirst()
  return row?.code
}
