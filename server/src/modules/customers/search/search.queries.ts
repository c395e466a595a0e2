import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleRows } from '../../identity/index.ts'
import { readableRows, shownName, visibleFiles } from '../customers.access.ts'
import type { CustomerKind } from '../customers.tables.ts'
import type { Pattern, SearchText } from './search-text.rules.ts'

export interface Hit {
  customerId: string
  source: string
  label: string
  spaced: string
  accessClass: string
  code: string
  displayName: string
  kind: CustomerKind
  provisional: boolean
}

/** Rows whose two keys are not the same, and those that blanks alone do not make the same: each has an index of its own. */
export const spacedApart = sql<boolean>`s.spaced <> s.joined`
const dialledApart = sql<boolean>`s.joined <> replace(s.spaced, ' ', '')`

/** A number is in the one key or in the other; what has no blank cannot be in the second alone unless more than blanks differ. */
export const containsNumber = ({ containing }: Pattern): RawBuilder<boolean> =>
  sql`(s.joined like ${containing} or ${dialledApart} and s.spaced like ${containing})`

/** Rows whose key is the text itself: a whole code, number or name. */
export const readExact = (context: Context, text: SearchText, limit: number): Promise<Hit[]> =>
  readHits(context, sql`(s.joined = ${text.joined} or ${spacedApart} and s.spaced = ${text.joined})`, limit)

/** Rows whose key begins with the text, in the order of the key. */
export async function readBeginning(context: Context, text: SearchText, limit: number): Promise<Hit[]> {
  const bySpaced = await readHits(context, sql`${spacedApart} and s.spaced like ${text.spaced.beginning}`, limit, sql`s.spaced`)
  const byJoined = await readHits(context, sql`s.joined like ${text.beginning}`, limit, sql`s.joined`)
  return [...bySpaced, ...byJoined]
}

/** Rows that contain every word, in any order and however words are parted. */
export const readContaining = (context: Context, text: SearchText, limit: number): Promise<Hit[]> =>
  readHits(context, text.isNumber ? containsNumber(text) : allWords(text.words, 's'), limit)

/** Rows that contain the number, of files that elsewhere contain each of the other words: "رضایی ۰۹۱۲". */
export function readAcross(context: Context, number: SearchText, others: readonly Pattern[], limit: number): Promise<Hit[]> {
  const elsewhere = others.map(
    (word) =>
      sql`exists (select from customers.search_row o where o.customer_id = s.customer_id and o.joined like ${word.containing} and ${readableRows(context.actor, 'o')})`,
  )
  return readHits(context, sql.join([containsNumber(number), ...elsewhere], sql` and `), limit)
}

/** Files that have a tag whose name begins with the text, or holds it where it is long enough. */
export async function readTagged(context: Context, text: SearchText, limit: number): Promise<Hit[]> {
  const found = await sql<Hit>`
    select c.customer_id as "customerId", 'tag' as source, coalesce(m.name, g.name) as label, '' as spaced, f.access_class as "accessClass",
      c.code, ${shownName(context.actor, 'c')} as "displayName", c.kind, c.provisional
    from customers.tag g left join customers.tag m on m.id = g.merged_into
    join customers.file_tag f on f.tag_id = g.id
    join customers.customer own on own.customer_id = f.customer_id
    join customers.customer c on c.customer_id = coalesce(own.merged_into, own.customer_id) and ${visibleFiles(context.actor, 'customers.read', 'c')}
    where replace(coalesce(m.name_key, g.name_key), ' ', '') like ${text.isShort ? text.beginning : text.containing} and ${readableRows(context.actor, 'f')}
    limit ${limit}`.execute(context.tx)
  return found.rows
}

const allWords = (words: readonly Pattern[], alias: string): RawBuilder<unknown> =>
  sql`(${sql.join(
    words.map((word) => sql`${sql.ref(`${alias}.joined`)} like ${word.containing}`),
    sql` and `,
  )})`

/**
 * Chooses rows under the actor's rights first, and then fetches what is shown of their files. What was merged finds the
 * file that it is read in. Without an order, a limit tempts the planner to walk a whole index in the hope of soon having
 * enough; it is told nothing of the limit, which ends the reading all the same.
 */
export async function readHits(context: Context, match: RawBuilder<unknown>, limit: number, order?: RawBuilder<unknown>): Promise<Hit[]> {
  const visible = sql`select s.customer_id, s.id from customers.search_row s
    where ${match} and ${visibleRows(context.actor, 'customers.read', 's')} and ${readableRows(context.actor, 's')}`
  const found = await sql<Hit>`
    with ${
      order
        ? sql`hit as (${visible} order by ${order}, s.customer_id, s.id limit ${limit})`
        : sql`seen as materialized (${visible}), hit as (select customer_id, id from seen limit ${limit})`
    }
    select c.customer_id as "customerId", s.source, s.label, s.spaced, s.access_class as "accessClass",
      c.code, ${shownName(context.actor, 'c')} as "displayName", c.kind, c.provisional
    from hit join customers.search_row s on s.customer_id = hit.customer_id and s.id = hit.id
    join customers.customer own on own.customer_id = hit.customer_id
    join customers.customer c on c.customer_id = coalesce(own.merged_into, own.customer_id) and ${visibleFiles(context.actor, 'customers.read', 'c')}
    ${order ? sql`order by ${order}, s.customer_id, s.id` : sql``}`.execute(context.tx)
  return found.rows
}
