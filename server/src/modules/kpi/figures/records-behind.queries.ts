import type { Permission } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readableClasses, visibleRows } from '../../identity/index.ts'
import { bucketOf, calendarCuts } from './bucket-of.queries.ts'
import type { Question } from './understand-question.ts'

/**
 * The records that an indicator is made of, with their values and the bucket that each falls into: those that the
 * reader may see, in the period, within the filters. Figures and lists of records are read from this and nothing
 * else. Columns: customer_id, request_id, id, number, subject, at, day, person_id, state, bucket, and a `v_<key>` a value.
 * `also` is a permission that the reader must hold over each of them besides.
 */
export function recordsBehind(context: Context, question: Question, also?: Permission): RawBuilder<unknown> {
  const { definition, zone, by } = question
  const at = sql.raw(definition.at)
  const values = definition.values.map((value) => sql`${sql.raw(value.sql)} as ${columnOf(value.key)}`)
  // A record that counts is told by its number; what it is about, to those who may open it.
  const subject = sql`case when ${visibleRows(context.actor, 'service.read', 'r')} then r.subject else '' end`
  return sql`(
    select r.customer_id, r.request_id, ${sql.raw(definition.id)} as id, r.number, ${subject} as subject, ${at} as at, (${at} at time zone ${zone})::date as day,
      ${sql.raw(definition.person)} as person_id, ${sql.raw(definition.state)} as state, ${bucketOf(definition, zone, by)} as bucket, ${sql.join(values)}
    from ${sql.raw(definition.from)} as r
    cross join (values (${context.now}::timestamptz)) as asked(at)
    ${calendarCuts.includes(by) ? sql`join platform.calendar_day c on c.day = (${at} at time zone ${zone})::date` : sql``}
    where ${visibleRows(context.actor, 'kpi.read', 'r')} and ${also ? visibleRows(context.actor, also, 'r') : sql`true`} and r.access_class = any(${readableClasses(context.actor)}::text[])
      and ${sql.raw(definition.where ?? 'true')} and ${within(question)})`
}

/** The column of a value. */
export const columnOf = (key: string) => sql.ref(`v_${key}`)

/** Days begin at midnight in the organisation's zone; the period is half-open. */
function within({ definition, filters, zone, unitIds, ofSegment, segmentReadBy }: Question): RawBuilder<boolean> {
  const at = sql.raw(definition.at)
  const midnight = (day: string) => sql`(${day}::date::timestamp at time zone ${zone})`
  return sql<boolean>`${sql.join(
    [
      sql`${at} >= ${midnight(filters.from)} and ${at} < ${midnight(filters.to)}`,
      ...(unitIds ? [sql`${sql.raw(definition.unitOf)} = any(${unitIds}::uuid[])`] : []),
      ...(filters.personId ? [sql`${sql.raw(definition.person)} = ${filters.personId}::uuid`] : []),
      ...(filters.productId ? [sql`r.product_id = ${filters.productId}::uuid`] : []),
      ...(filters.topicId ? [sql`r.topic_id = ${filters.topicId}::uuid`] : []),
      ...(ofSegment ? [ofSegment(sql`r.customer_id`, segmentReadBy)] : []),
      ...(filters.channel ? [sql`r.channel = ${filters.channel}`] : []),
    ],
    sql` and `,
  )}`
}
