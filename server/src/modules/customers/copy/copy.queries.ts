import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Every line of the timeline of these files, oldest first, after a line. */
export async function readAllLines({ tx }: Context, customerIds: readonly string[], after: string | undefined, limit: number) {
  const beyond = after === undefined ? sql`` : sql`and id > ${after}::uuid`
  const found = await sql<{ id: string; at: Date; kind: string; facts: Record<string, unknown> }>`
    select id, at, kind, facts from customers.timeline_entry where customer_id = any(${customerIds}::uuid[]) ${beyond}
    order by id limit ${limit}`.execute(tx)
  return found.rows
}

/** Every value that is or was in these files, with where it came from. */
export async function readAllProvenance({ tx }: Context, customerIds: readonly string[], after: string | undefined, limit: number) {
  const beyond = after === undefined ? sql`` : sql`and id > ${after}::uuid`
  const found = await sql<{ id: string } & Record<string, unknown>>`
    select id, field, value, source_kind as source, from_at as "fromAt", until_at as "untilAt", confirmed_at as "confirmedAt"
    from customers.provenance where customer_id = any(${customerIds}::uuid[]) ${beyond} order by id limit ${limit}`.execute(tx)
  return found.rows
}

/** Names of the places of these files. */
export async function readPlaceNames({ tx }: Context, customerIds: readonly string[]) {
  const found = await sql<{
    id: string
    province: string | null
    county: string | null
    city: string | null
    custom: Record<string, unknown>
  }>`
    select c.customer_id as id, p.name as province, n.name as county, t.name as city, c.custom from customers.customer c
    left join customers.province p on p.id = c.province_id left join customers.county n on n.id = c.county_id
    left join customers.city t on t.id = c.city_id where c.customer_id = any(${customerIds}::uuid[])`.execute(tx)
  return found.rows
}
