import type { requestFilters } from '@parvandeh/contract'
import { foldJoined, foldSpaced, toAsciiDigits } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { tablesOf } from '../../../platform/context.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import { countUpTo } from '../../../platform/database/count-up-to.ts'
import { decodeKey } from '../../../platform/paging.ts'
import { fileIds, ofFile } from '../../customers/index.ts'
import { visibleParts, visibleRows } from '../../identity/index.ts'
import { readsWords } from '../requests/present-row.ts'
import type { Priority, RequestRow, ServiceTables } from '../service.tables.ts'

export type RequestFilters = z.output<typeof requestFilters>
type ListedRow = RequestRow & { priority_rank: number }
type ListPermission = 'service.read' | 'service.export'

const byMoment = z.tuple([z.iso.datetime(), z.uuid()])
const byPriority = z.tuple([z.number().int(), z.iso.datetime(), z.uuid()])

/** The orders of the list: which columns, which way, and what the key of the next page is made of. Each has its index. */
const orders = {
  '-reported': {
    columns: ['reported_at', 'id'],
    way: 'desc',
    keyShape: byMoment,
    keyOf: (row: ListedRow) => [row.reported_at.toISOString(), row.id],
  },
  reported: {
    columns: ['reported_at', 'id'],
    way: 'asc',
    keyShape: byMoment,
    keyOf: (row: ListedRow) => [row.reported_at.toISOString(), row.id],
  },
  '-updated': {
    columns: ['updated_at', 'id'],
    way: 'desc',
    keyShape: byMoment,
    keyOf: (row: ListedRow) => [row.updated_at.toISOString(), row.id],
  },
  // The most urgent first, and of equals whoever has waited longest.
  priority: {
    columns: ['priority_rank', 'reported_at', 'id'],
    way: 'asc',
    keyShape: byPriority,
    keyOf: (row: ListedRow) => [row.priority_rank, row.reported_at.toISOString(), row.id],
  },
} as const

export const keyOfRow = (sort: RequestFilters['sort']) => orders[sort].keyOf

/** The requests that the actor may see under the permission and that meet the filters, in order, after the key. */
export async function readList(
  context: Context,
  permission: ListPermission,
  filters: RequestFilters,
  page: { limit: number; after?: string | undefined },
): Promise<ListedRow[]> {
  const { columns, way, keyShape } = orders[filters.sort]
  const after = decodeKey<z.ZodType<readonly (string | number)[]>>(page.after, keyShape)
  const order = sql.join(columns.map((column) => sql`${sql.ref(column)} ${sql.raw(way)}`))
  const conditions = [
    // Whoever may export widely exports no more than they may see.
    ...(permission === 'service.read' ? [] : [visibleRows(context.actor, permission, 'r')]),
    matches(context.actor, filters, await filesOf(context, filters)),
    ...(after === undefined
      ? []
      : [
          sql<boolean>`(${sql.join(columns.map((column) => sql.ref(`r.${column}`)))}) ${sql.raw(way === 'desc' ? '<' : '>')} (${keyValues(after)})`,
        ]),
  ]
  const shown = sql.join(['customer_id', ...columns].map((column) => sql.ref(column)))
  const visible = visibleRows(context.actor, 'service.read', 'r')
  const along = (parts: readonly RawBuilder<unknown>[]) =>
    sql`(${sql.join(
      parts.map(
        (part) =>
          sql`(select ${shown} from service.request r where ${sql.join([part, ...conditions], sql` and `)} order by ${order} limit ${page.limit})`,
      ),
      sql` union `,
    )})`
  const gathered = sql`(with gathered as materialized (select ${shown}, unit_id, owner_id from service.request r where ${sql.join(conditions, sql` and `)})
    select ${shown} from gathered r where ${visible})`
  const isNumbered = dependsOnNumber(filters)
  const isGathered = isGatheredFirst(filters) || (isNumbered && (await areFew(context, sql.join([visible, ...conditions], sql` and `))))
  // What is frequent is met soon along the order, but not in each part of what is visible.
  const chosen = isGathered ? gathered : along(isNumbered ? [visible] : visibleParts(context.actor, 'service.read', 'r'))
  return tablesOf<ServiceTables>(context)
    .selectFrom(
      sql<Pick<RequestRow, 'customer_id' | 'id'>>`(select * from ${chosen} part order by ${order} limit ${page.limit})`.as('page'),
    )
    .innerJoin('service.request as r', (join) => join.onRef('r.customer_id', '=', 'page.customer_id').onRef('r.id', '=', 'page.id'))
    .selectAll('r')
    .orderBy(sql`${sql.join(columns.map((column) => sql`${sql.ref(`r.${column}`)} ${sql.raw(way)}`))}`)
    .execute()
}

/**
 * Whether what the filters fit is gathered first and put in order then: where it is little among much else (what waits,
 * what nobody holds). A walk along the order would pass millions of others before the page is full, and the database,
 * which takes the rows to lie evenly, would walk.
 */
function isGatheredFirst({ status, holderId, customerId }: RequestFilters): boolean {
  return customerId !== undefined || holderId === 'nobody' || status === 'new' || status === 'open' || status === 'waiting'
}

/** Whether a walk along the order meets nothing but others where what the filters fit is rare: it has no index beside the filter. */
function dependsOnNumber({ q, status, priority, topicId, productId, sort }: RequestFilters): boolean {
  if (q !== undefined) return true
  if (sort === '-updated') return status === 'unfinished' || priority === 'urgent' || topicId !== undefined || productId !== undefined
  return sort === 'priority' && status !== 'unfinished' && (topicId !== undefined || productId !== undefined)
}

const few = 5000

/** Whether what the filters fit is rare: nothing tells it beforehand. */
const areFew = async (context: Context, conditions: RawBuilder<unknown>): Promise<boolean> =>
  (await countUpTo(context, sql`select 1 from service.request r where ${conditions}`, few)) < few

const keyValues = (values: readonly (string | number)[]) =>
  sql.join(
    values.map((value) =>
      typeof value === 'number' ? sql`${value}::int` : value.includes('T') ? sql`${value}::timestamptz` : sql`${value}::uuid`,
    ),
  )

const mostCounted = 10_000

/** How many there are, exact to ten thousand. */
export async function countList(context: Context, filters: RequestFilters): Promise<{ count: number; more: boolean }> {
  const fitting = sql`select 1 from service.request r where ${visibleRows(context.actor, 'service.read', 'r')} and ${matches(context.actor, filters, await filesOf(context, filters))}`
  const n = await countUpTo(context, fitting, mostCounted + 1)
  return { count: Math.min(n, mostCounted), more: n > mostCounted }
}

const ranks: readonly Priority[] = ['urgent', 'high', 'normal', 'low']

/** The ids that make up the file whose requests are asked for. */
const filesOf = async (context: Context, { customerId }: RequestFilters): Promise<string[] | undefined> =>
  customerId === undefined ? undefined : fileIds(context, customerId)

function matches(actor: Actor, filters: RequestFilters, files: readonly string[] | undefined): RawBuilder<boolean> {
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql<boolean>`${sql.ref(`r.${column}`)} = ${value}`]
  const conditions = [
    // By its rank, which the index is made of.
    ...(filters.priority === undefined ? [] : [sql<boolean>`r.priority_rank = ${ranks.indexOf(filters.priority)}`]),
    ...equal('topic_id', filters.topicId),
    ...equal('product_id', filters.productId),
    ...equal('unit_id', filters.unitId),
    ...(files === undefined ? [] : [ofFile('r.customer_id', files)]),
    ...(filters.status === 'unfinished' ? [sql<boolean>`r.status in ('new', 'open', 'waiting')`] : equal('status', filters.status)),
    ...(filters.holderId === 'nobody' ? [sql<boolean>`r.owner_id is null`] : equal('owner_id', filters.holderId)),
    ...(filters.q ? [readsWords(actor) ? wording(filters.q) : numbered(filters.q)] : []),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** Whoever may not read the words finds by the number alone, or the words could be tried out. */
const numbered = (q: string): RawBuilder<boolean> => sql<boolean>`(r.customer_id, r.id) in (
  select n.customer_id, n.request_id from service.request_by_number n where n.number = ${toAsciiDigits(q).replaceAll(/\D/gu, '')})`

/**
 * Every word somewhere, or the whole of it with all blanks left out. The indexes know three letters in a row, and a
 * blank counts as one: a word of one or two letters is looked for where words begin.
 */
function wording(q: string): RawBuilder<boolean> {
  const words = foldSpaced(q)
    .split(' ')
    .filter((word) => word !== '')
  const joined = foldJoined(q)
  // Nothing but marks and blanks: it is in no request.
  if (words.length === 0 || joined === '') return sql<boolean>`false`
  const eachWord = words.slice(0, 10).map((word) => sql`r.search_spaced like ${contains(isShort(word) ? ` ${word}` : word)}`)
  const spaced = sql<boolean>`(${sql.join(eachWord, sql` and `)})`
  return isShort(joined) ? spaced : sql<boolean>`(${spaced} or r.search_joined like ${contains(joined)})`
}

const isShort = (text: string): boolean => [...text].length < 3

const contains = (text: string): string => `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`
