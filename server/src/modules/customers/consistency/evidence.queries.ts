import type { AccessClass } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { fileFrom } from '../files/columns.ts'
import { idsOfFiles, ofFile } from '../files/file-set.queries.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { besidePattern } from '../provenance/beside.rules.ts'
import type { SeenLine } from './consistency.types.ts'

/** No more lines of one file are held against it than its latest. */
const mostLines = 200

/**
 * What was seen of these files, by whichever of their ids: the lines that say where, or whose number it was not, and
 * through which channel; the newest first.
 */
export const readSeen = (context: Context, customerIds: readonly string[]): Promise<Map<string, SeenLine[]>> =>
  readLines(context, customerIds, sql`e.facts ?| array['cityId', 'wrongNumber']`)

/** The same for what every contact tells, for rules that look at more than places. */
export const readContacts = (context: Context, customerIds: readonly string[]): Promise<Map<string, SeenLine[]>> =>
  readLines(context, customerIds, sql`e.subject_type = 'interaction'`)

async function readLines(context: Context, customerIds: readonly string[], which: RawBuilder<unknown>): Promise<Map<string, SeenLine[]>> {
  const found = await sql<SeenLine & { customerId: string }>`
    select f.root as "customerId", t.id, t.at, t.kind, t.facts from ${idsOfFiles(customerIds)} f
    cross join lateral (select id, at, kind, facts from customers.timeline_entry e
      where e.customer_id = f.id and ${which} order by e.at desc limit ${mostLines}) t`.execute(context.tx)
  const byFile = Map.groupBy(found.rows, ({ customerId }) => customerId)
  return new Map([...byFile].map(([id, lines]) => [id, lines.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, mostLines)]))
}

export interface JudgedValue {
  customerId: string
  field: string
  accessClass: AccessClass
  value: unknown
  sourceKind: string | null
  confidence: number | null
  confirmedAt: Date | null
  doubt: string | null
}

/** The records of today of these files; of what is beside their fields also those that came by another of their ids. */
export async function readJudged(context: Context, customerIds: readonly string[]): Promise<Map<string, JudgedValue[]>> {
  const found = await sql<JudgedValue>`
    select f.root as "customerId", p.field, p.access_class as "accessClass", p.value, p.source_kind as "sourceKind", p.confidence,
      p.confirmed_at as "confirmedAt", case when p.doubted_at is not null then coalesce(p.doubt, '') end as doubt
    from ${idsOfFiles(customerIds)} f join customers.provenance p on p.customer_id = f.id
    where p.until_at is null and (f.id = f.root or p.field ~ ${besidePattern})`.execute(context.tx)
  return Map.groupBy(found.rows, ({ customerId }) => customerId)
}

export interface Reckoned {
  customerId: string
  custom: Record<string, unknown>
  completeness: number | null
  trust: number | null
  sourceKind: string | null
  sourceConfidence: number | null
}

/** What else is kept of these files. */
export async function readReckoned(context: Context, customerIds: readonly string[]): Promise<Map<string, Reckoned>> {
  const found = await sql<Reckoned>`
    select customer_id as "customerId", custom, completeness, trust, source_kind as "sourceKind", source_confidence as "sourceConfidence"
    from customers.customer where customer_id = any(${[...customerIds]}::uuid[])`.execute(context.tx)
  return new Map(found.rows.map((row) => [row.customerId, row]))
}

/** Those of the files for which the condition holds. */
export async function filesWhere(context: Context, customerIds: readonly string[], condition: RawBuilder<boolean>): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select c.customer_id as id from customers.customer c where c.customer_id = any(${[...customerIds]}::uuid[]) and ${condition}`.execute(
    context.tx,
  )
  return found.rows.map(({ id }) => id)
}

/** Writes the trust of files where it is not as it was. */
export async function storeTrust(context: Context, trusts: ReadonlyMap<string, number>): Promise<void> {
  if (trusts.size === 0) return
  await sql`
    update customers.customer c set trust = t.trust
    from unnest(${[...trusts.keys()]}::uuid[], ${[...trusts.values()]}::real[]) t (customer_id, trust)
    where c.customer_id = t.customer_id and (c.trust is null or abs(c.trust - t.trust) > 0.002)`.execute(context.tx)
}

/** Files by whichever of their ids, in order of id; those that are gone are left out. */
export const readFilesByIds = (context: Context, ids: readonly string[]): Promise<CustomerFile[]> =>
  readFiles(
    context,
    sql<boolean>`customer_id in (select coalesce(o.merged_into, o.customer_id) from customers.customer o
      where o.customer_id = any(${[...ids]}::uuid[]))`,
    ids.length,
  )

/** So many files after an id. */
export const readFilesAfter = (context: Context, customerId: string, limit: number): Promise<CustomerFile[]> =>
  readFiles(context, sql<boolean>`customer_id > ${customerId}::uuid`, limit)

async function readFiles(context: Context, where: RawBuilder<boolean>, limit: number): Promise<CustomerFile[]> {
  const tables = tablesOf<CustomersTables>(context)
  const rows = await tables
    .selectFrom('customers.customer')
    .selectAll()
    .where('gone', '=', false)
    .where(where)
    .orderBy('customer_id')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.customer_id)
  const points = await tables
    .selectFrom('customers.access_point')
    .selectAll()
    .where(sql<boolean>`customer_id = any(${ids}::uuid[])`)
    .orderBy('customer_id')
    .orderBy('position')
    .execute()
  const ofFile = Map.groupBy(points, (point) => point.customer_id)
  return rows.map((row) => fileFrom(row, ofFile.get(row.customer_id) ?? []))
}

/** Those of the lines that the condition lets be seen. */
export async function visibleOnly(
  context: Context,
  customerIds: readonly string[],
  lines: readonly SeenLine[],
  visible: RawBuilder<boolean>,
): Promise<SeenLine[]> {
  if (lines.length === 0) return []
  const found = await sql<{ id: string }>`
    select t.id from customers.timeline_entry t where ${ofFile('t.customer_id', customerIds)}
      and t.id = any(${lines.map(({ id }) => id)}::uuid[]) and ${visible}`.execute(context.tx)
  const ids = new Set(found.rows.map(({ id }) => id))
  return lines.filter(({ id }) => ids.has(id))
}
