import { readCondition } from '@parvandeh/contract'
import type { Permission, customerFilters } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { countUpTo } from '../../../platform/database/count-up-to.ts'
import { visibleParts, visibleRows } from '../../identity/index.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { hasName, lastVisibleContact, readableRows, shownName, visibleFiles } from '../customers.access.ts'
import type { CustomerKind, CustomersTables } from '../customers.tables.ts'
import type { CustomValues } from '../files/file.types.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { readSearchText } from '../search/search-text.rules.ts'
import { containsNumber, spacedApart } from '../search/search.queries.ts'
import { listedSegment } from '../segments/segment-condition.queries.ts'
import type { FileOrder, ListKey } from './order.ts'

/** Which files a list is of: made here, and passed on unread. */
export type ListCondition = RawBuilder<boolean>

/** Files by their ids: all that meets the conditions of a list. */
export interface FewFiles {
  few: readonly string[]
}

type Filters = Omit<z.output<typeof customerFilters>, 'sort'>

export interface ListedCustomer {
  customerId: string
  code: string
  displayName: string
  kind: CustomerKind
  provisional: boolean
  mainPhone: string | null
  cityId: number | null
  unitId: string | null
  ownerId: string | null
  createdAt: Date
  lastContactAt: Date | null
  completeness: number | null
  trust: number | null
  version: number
  /** Of the asked own fields, those that hold a value. */
  custom?: CustomValues
  /** The value that the list is ordered by, for the key of the next page. */
  sortValue: string
}

const columns = {
  name: sql.ref('sort_name'),
  created: sql.ref('created_at'),
  contact: sql.ref('last_contact_at'),
}

/** The conditions of a list: what the actor may see under the permissions, narrowed by the filters. */
export async function listConditions(context: Context, filters: Filters, permissions: readonly Permission[]): Promise<ListCondition> {
  const { q, kind, unitId, ownerId, provinceId, provisional, segmentId, where } = filters
  const internal = context.actor.fieldClasses.has('internal')
  const conditions = permissions.map((permission) => visibleFiles(context.actor, permission, 'c'))
  if (q) conditions.push(nameOrNumber(context, q))
  if (kind) conditions.push(sql<boolean>`c.kind = ${kind}`)
  if (unitId) conditions.push(sql<boolean>`c.unit_id = ${unitId}::uuid`)
  if (ownerId) conditions.push(sql<boolean>`c.owner_id = ${ownerId}::uuid`)
  // Whoever may not read where customers live cannot ask it by a filter either.
  if (provinceId) conditions.push(internal ? sql<boolean>`c.province_id = ${provinceId}` : sql<boolean>`false`)
  if (provisional) conditions.push(provisional === 'true' ? sql<boolean>`c.provisional` : sql<boolean>`not c.provisional`)
  if (segmentId) conditions.push(await listedSegment(context, segmentId))
  if (where) conditions.push(await compileCondition(context, readCondition(where)))
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** Words narrow by name; digits and addresses by whatever else finds a file. */
function nameOrNumber(context: Context, q: string): RawBuilder<boolean> {
  const text = readSearchText(q)
  if (!text.isNumber && !text.joined.includes('@')) {
    if (text.words.length === 0) return sql<boolean>`false`
    const isNamed = (alias: string) => {
      const words = text.words.map((word) => sql<boolean>`${sql.ref(`${alias}.name_joined`)} like ${word.containing}`)
      // A number in the place of a name is found by those who may read numbers.
      if (!context.actor.fieldClasses.has(accessPointClass)) words.push(hasName(alias))
      return sql`(${sql.join(words, sql` and `)})`
    }
    // As an array, so that files of that name are looked up by their keys beside those whose own name it is.
    return sql<boolean>`(${isNamed('c')} or c.customer_id = any(array(
      select m.merged_into from customers.customer m where m.merged_into is not null and m.deleted_at is null and ${isNamed('m')})))`
  }
  const match = text.isShort
    ? sql`(s.joined like ${text.beginning} or ${spacedApart} and s.spaced like ${text.beginning})`
    : containsNumber(text)
  return sql<boolean>`c.customer_id in (select s.customer_id from customers.search_row s
    where ${match} and ${visibleRows(context.actor, 'customers.read', 's')} and ${readableRows(context.actor, 's')})`
}

/**
 * One page of the list in its order. The page is chosen along an index that holds all it is chosen by, and only
 * its own rows are fetched.
 */
export async function readList(
  context: Context,
  where: ListCondition | FewFiles,
  order: FileOrder,
  after: ListKey | undefined,
  limit: number,
  ownKeys: readonly string[] = [],
): Promise<ListedCustomer[]> {
  const column = columns[order.by]
  const [sign, direction] = order.descending ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const type = order.by === 'name' ? sql`text` : sql`timestamptz`
  const beyond = after ? sql`and (${column}, customer_id) ${sign} (${after[1]}::${type}, ${after[2]}::uuid)` : sql``
  // Few files lie wherever they lie; among many each unit's are read in their order, or old ones would be looked for through all that is newer.
  const [chosen, parts] =
    'few' in where
      ? [sql`c.customer_id = any(${[...where.few]}::uuid[])`, [sql`true`]]
      : [where, visibleParts(context.actor, 'customers.read', 'c')]
  const ordered = sql`order by ${column} ${direction}, customer_id ${direction} limit ${limit}`
  const pages = parts.map(
    (part) => sql`(select c.customer_id, c.${column} from customers.customer c where ${part} and ${chosen} ${beyond} ${ordered})`,
  )
  return readPage(context, {
    page: sql`select customer_id from (${sql.join(pages, sql` union `)}) part ${ordered}`,
    ordered: sql`c.${column} ${direction}, c.customer_id ${direction}`,
    sortValue: order.by === 'name' ? sql`c.sort_name` : sql`c.${column}::text`,
    ownKeys,
  })
}

interface Page {
  /** A select of the `customer_id` of the files on the page, and of what else `ordered` and `sortValue` name. */
  page: RawBuilder<unknown>
  ordered: RawBuilder<unknown>
  sortValue: RawBuilder<unknown>
  ownKeys: readonly string[]
}

/** The rows of a page that has been chosen. */
export async function readPage(context: Context, { page, ordered, sortValue, ownKeys }: Page): Promise<ListedCustomer[]> {
  const found = await sql<ListedCustomer>`
    with page as (${page})
    select ${selected(context)}${ownKeys.length === 0 ? sql`` : sql`, ${ownValues(ownKeys)} as custom`}, ${sortValue} as "sortValue"
    from page join customers.customer c on c.customer_id = page.customer_id
    order by ${ordered}`.execute(context.tx)
  return found.rows
}

/** The asked values alone: what a file holds beyond them is not read out, however much it is. */
export const ownValues = (keys: readonly string[]): RawBuilder<CustomValues> =>
  keys.length === 0
    ? sql<CustomValues>`'{}'::jsonb`
    : sql<CustomValues>`jsonb_strip_nulls(jsonb_build_object(${sql.join(keys.flatMap((key) => [sql.lit(key), sql`c.custom -> ${sql.lit(key)}`]))}))`

const selected = (
  context: Context,
) => sql`c.customer_id as "customerId", c.code, ${shownName(context.actor, 'c')} as "displayName", c.kind, c.provisional, c.main_phone as "mainPhone",
  c.city_id as "cityId", c.unit_id as "unitId", c.owner_id as "ownerId", c.created_at as "createdAt", ${lastVisibleContact(context.actor, 'c')} as "lastContactAt",
  c.completeness, c.trust, c.version`

/**
 * What meets the conditions, if it is fewer than `most`. A rare name is better looked up by its parts and then put in
 * order; walking an order until a rare name turns up may mean walking all of it.
 */
export async function readFew(context: Context, where: ListCondition, most: number): Promise<FewFiles | undefined> {
  const found = await sql<{ id: string }>`select c.customer_id as id from customers.customer c where ${where} limit ${most}`.execute(
    context.tx,
  )
  return found.rows.length < most ? { few: found.rows.map(({ id }) => id) } : undefined
}

/** How many there are, counting no further than `most`. */
export const countList = (context: Context, where: ListCondition, most: number): Promise<number> =>
  countUpTo(context, sql`select from customers.customer c where ${where}`, most)

/** Files that a number may belong to, also by what was merged into them: those that hold it whole; if none does, those that end in its last eight digits. */
export async function readByPhone(context: Context, digits: string, tail: string, limit: number): Promise<ListedCustomer[]> {
  const found = await sql<ListedCustomer & { whole: boolean }>`
    select ${selected(context)}, '' as "sortValue", p.whole
    from (select coalesce(own.merged_into, own.customer_id) as customer_id, bool_or(a.digits = ${digits}) as whole
      from customers.access_point a join customers.customer own on own.customer_id = a.customer_id where a.phone_tail = ${tail} group by 1) p
    join customers.customer c on c.customer_id = p.customer_id
    where ${visibleFiles(context.actor, 'customers.read', 'c')}
    order by p.whole desc, "lastContactAt" desc nulls last, c.customer_id desc limit ${limit}`.execute(context.tx)
  const whole = found.rows.some((row) => row.whole)
  return found.rows.filter((row) => row.whole || !whole)
}

/** The columns that an export tells of; own fields are asked for one by one. */
const exported = [
  'c.customer_id',
  'c.code',
  'c.kind',
  'c.first_name',
  'c.last_name',
  'c.father_name',
  'c.organisation_name',
  'c.national_code',
  'c.foreign_code',
  'c.company_national_id',
  'c.registration_number',
  'c.economic_code',
  'c.province_id',
  'c.county_id',
  'c.city_id',
  'c.district',
  'c.birth_date',
  'c.gender',
  'c.features',
  'c.photo_id',
  'c.main_phone',
  'c.unit_id',
  'c.owner_id',
  'c.provisional',
  'c.created_at',
  'c.completeness',
  'c.trust',
] as const

/** What an export says of a file beyond the list's columns. */
export async function readExportDetails(context: Context, ids: readonly string[], ownKeys: readonly string[]) {
  return tablesOf<CustomersTables>(context)
    .selectFrom('customers.customer as c')
    .leftJoin('customers.province as p', 'p.id', 'c.province_id')
    .leftJoin('customers.county as n', 'n.id', 'c.county_id')
    .leftJoin('customers.city as t', 't.id', 'c.city_id')
    .select(exported)
    .select(ownValues(ownKeys).as('own_values'))
    .select(['p.name as province', 'n.name as county', 't.name as city'])
    .select([lastVisibleContact(context.actor, 'c').as('last_visible_contact_at'), shownName(context.actor, 'c').as('shown_name')])
    .where(sql<boolean>`c.customer_id = any(${[...ids]}::uuid[])`)
    .execute()
}

export async function readExportAccess(context: Context, ids: readonly string[]) {
  return tablesOf<CustomersTables>(context)
    .selectFrom('customers.access_point')
    .select(['customer_id', 'kind', 'value', 'label', 'postal_code', 'city_id'])
    .where(sql<boolean>`customer_id = any(${[...ids]}::uuid[])`)
    .orderBy('customer_id')
    .orderBy('position')
    .execute()
}
