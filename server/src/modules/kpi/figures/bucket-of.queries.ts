import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Bucketing, Definition } from '../definitions/definition.types.ts'
import { monthOf, monthPartOf } from './days.queries.ts'

/** The cuts that need the row `c` of the calendar on which a record falls. */
export const calendarCuts: readonly Bucketing[] = ['weekday', 'month', 'month-part', 'weekday-hour']

/** The bucket that a record falls into, as text. */
export function bucketOf(definition: Definition, zone: string, by: Bucketing): RawBuilder<string> {
  const cut = definition.cuts?.[by]
  if (cut !== undefined) return sql.raw(cut)
  const local = sql`(${sql.raw(definition.at)} at time zone ${zone})`
  const orNone = (column: string) => sql<string>`coalesce(${sql.raw(column)}::text, 'none')`
  switch (by) {
    case 'none':
      return sql`'all'`
    case 'day':
      return sql`${local}::date::text`
    case 'weekday':
      return sql`c.weekday::text`
    case 'month':
      return monthOf('c')
    case 'month-part':
      return monthPartOf('c')
    case 'hour':
      return sql`extract(hour from ${local})::int::text`
    case 'weekday-hour':
      return sql`c.weekday || '-' || extract(hour from ${local})::int`
    case 'person':
      return orNone(definition.person)
    case 'unit':
      return orNone(definition.unitOf)
    case 'topic':
      return orNone('r.topic_id')
    case 'product':
      return orNone('r.product_id')
    case 'channel':
      return orNone('r.channel')
    case 'band':
      return bandOf(definition)
    case 'state':
      throw new Error(`${definition.key} is not cut by state`)
  }
}

/** The place of the record's value among the bands; `none` where it has no value. */
function bandOf({ bands, values }: Definition): RawBuilder<string> {
  const value = sql.raw(values.find(({ key }) => key === bands?.value)?.sql ?? 'null')
  return sql`coalesce(width_bucket((${value})::float8, ${bands?.edges ?? []}::float8[])::text, 'none')`
}
