import { foldJoined } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { visibleFiles } from '../customers.access.ts'
import { readableClasses, visibleRows } from '../../identity/index.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { fileFrom } from '../files/columns.ts'
import type { CustomerFile } from '../files/file.types.ts'
import type { IntakeRow } from './intake.types.ts'
import type { KeyOf } from './match-keys.ts'

interface KnownFile {
  file: CustomerFile
  external: string | undefined
}

/** More files than this fit no batch of rows; a telephone that thousands share is no key. */
const mostCandidates = 20_000

/** The files that any of these keys may point to, of those that the actor may see; what was merged is read as what it was merged into. */
export async function findKnown(
  context: Context,
  keys: readonly KeyOf[],
  rows: readonly IntakeRow[],
  { lock }: { lock: boolean },
): Promise<KnownFile[]> {
  const valuesOf = (by: KeyOf['by']) => [...new Set(keys.filter((one) => one.by === by).map(({ key }) => key.slice(by.length + 1)))]
  const external = await byIdentifier(context, 'external', valuesOf('external'))
  const codes = await byIdentifier(context, 'code', valuesOf('code'))
  const ids = new Set([
    ...external.keys(),
    ...codes.keys(),
    ...(await bySearchRow(context, 'national-code', valuesOf('national-code'))),
    ...(await bySearchRow(context, 'company-national-id', valuesOf('company-id'))),
    ...(valuesOf('phone-name').length > 0 ? await byPhoneAndName(context, rows) : []),
  ])
  if (ids.size === 0) return []
  const survivors = await readSurvivors(context, [...ids])
  const externalOf = new Map([...external].map(([id, value]) => [survivors.get(id) ?? id, value]))
  const files = await readFiles(context, [...new Set(survivors.values())], { lock })
  return files.map((file) => ({ file, external: externalOf.get(file.customerId) }))
}

/** Which of these keys lead to files that were removed, of those that the actor would see. */
export async function readRemovedKeys(context: Context, keys: readonly KeyOf[]): Promise<Set<string>> {
  const wanted = keys.filter(({ by }) => by === 'external' || by === 'code')
  if (wanted.length === 0) return new Set()
  const found = await sql<{ key: string }>`
    select i.kind || ':' || i.value as key from customers.identifier i join customers.customer c on c.customer_id = i.customer_id
    where (i.kind, i.value) in (select split_part(k, ':', 1), substr(k, strpos(k, ':') + 1) from unnest(${wanted.map(({ key }) => key)}::text[]) k)
      and c.deleted_at is not null and c.erased_at is null and ${visibleRows(context.actor, 'customers.read', 'c')}`.execute(context.tx)
  return new Set(found.rows.map(({ key }) => key))
}

async function byIdentifier(context: Context, kind: 'code' | 'external', values: readonly string[]): Promise<Map<string, string>> {
  if (values.length === 0) return new Map()
  const found = await tablesOf<CustomersTables>(context)
    .selectFrom('customers.identifier')
    .select(['customer_id', 'value'])
    .where('kind', '=', kind)
    .where(sql<boolean>`value = any(${[...values]}::text[])`)
    .execute()
  return new Map(found.map((row) => [row.customer_id, row.value]))
}

async function bySearchRow(context: Context, source: string, values: readonly string[]): Promise<string[]> {
  if (values.length === 0) return []
  const found = await sql<{ id: string }>`select s.customer_id as id from customers.search_row s
    where s.joined = any(${[...values]}::text[]) and s.source = ${source}
      and s.access_class = any(${readableClasses(context.actor)}::text[]) limit ${mostCandidates}`.execute(context.tx)
  return found.rows.map(({ id }) => id)
}

async function byPhoneAndName(context: Context, rows: readonly IntakeRow[]): Promise<string[]> {
  const points = rows.flatMap((row) => row.points.filter(({ digits }) => digits !== null))
  const names = new Set(
    rows.flatMap(({ facts: { firstName = '', lastName = '', organisationName } }) =>
      organisationName
        ? [foldJoined(organisationName)]
        : [foldJoined(`${firstName ?? ''} ${lastName ?? ''}`), foldJoined(`${lastName ?? ''} ${firstName ?? ''}`)],
    ),
  )
  if (points.length === 0) return []
  const found = await sql<{ id: string }>`select p.customer_id as id from customers.access_point p
    join customers.customer c on c.customer_id = p.customer_id
    where p.phone_tail = any(${[...new Set(points.map(({ phoneTail }) => phoneTail))]}::text[])
      and p.digits = any(${[...new Set(points.map(({ digits }) => digits))]}::text[])
      and c.name_joined = any(${[...names]}::text[]) limit ${mostCandidates}`.execute(context.tx)
  return found.rows.map(({ id }) => id)
}

/** For each file the one that it lives on in. */
async function readSurvivors(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; survivor: string }>`
    select customer_id as id, coalesce(merged_into, customer_id) as survivor from customers.customer
    where customer_id = any(${[...ids]}::uuid[])`.execute(context.tx)
  return new Map(found.rows.map(({ id, survivor }) => [id, survivor]))
}

/** Whole files that the actor may see, in the order of their ids: two who hold several never wait for each other crosswise. */
export async function readFiles(context: Context, ids: readonly string[], { lock }: { lock: boolean }): Promise<CustomerFile[]> {
  if (ids.length === 0) return []
  const customers = tablesOf<CustomersTables>(context)
  let select = customers
    .selectFrom('customers.customer as c')
    .selectAll('c')
    .where(sql<boolean>`c.customer_id = any(${[...ids]}::uuid[])`)
    .where(visibleFiles(context.actor, 'customers.read', 'c'))
    .orderBy('c.customer_id')
  if (lock) select = select.forUpdate()
  const rows = await select.execute()
  const points = await customers
    .selectFrom('customers.access_point')
    .selectAll()
    .where(sql<boolean>`customer_id = any(${rows.map((row) => row.customer_id)}::uuid[])`)
    .orderBy('customer_id')
    .orderBy('position')
    .execute()
  const byFile = Map.groupBy(points, (point) => point.customer_id)
  return rows.map((row) => fileFrom(row, byFile.get(row.customer_id) ?? []))
}
