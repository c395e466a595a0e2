import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
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

type Reader = (
  context: Context,
  customerIds: readonly string[],
  after: string | undefined,
  limit: number,
) => Promise<({ id: string } & Record<string, unknown>)[]>

/** Reads rows of these files by their ids, some at a time. */
const byIds =
  (select: RawBuilder<unknown>): Reader =>
  async ({ tx }, customerIds, after, limit) => {
    const beyond = after === undefined ? sql`` : sql`and x.id > ${after}::uuid`
    const found = await sql<{ id: string } & Record<string, unknown>>`${select}
      where x.customer_id = any(${customerIds}::uuid[]) ${beyond} order by x.id limit ${limit}`.execute(tx)
    return found.rows
  }

export const readAllTags = byIds(sql`select x.id, g.name, x.note, x.added_at as "addedAt"
  from customers.file_tag x join customers.tag g on g.id = x.tag_id`)

export const readAllNotes = byIds(
  sql`select x.id, x.body as text, x.written_at as "writtenAt", x.changed_at as "changedAt" from customers.behaviour_note x`,
)

export const readAllRelations = byIds(sql`select x.id, case x.side when 'a' then k.a_fa else k.b_fa end as relation, o.display_name as with,
    x.role, x.started_on as "from", x.ended_on as "to", x.note
  from customers.relation x join customers.relation_kind k on k.id = x.kind_id join customers.customer o on o.customer_id = x.other_id`)

export const readAllAccounts = byIds(sql`select x.id, x.kind, x.value, x.holder, x.note from customers.bank_account x`)

export const readAllClasses = byIds(sql`select x.id, s.name as scheme, c.name as class, x.reason
  from customers.file_class x join customers.scheme s on s.id = x.scheme_id join customers.scheme_class c on c.scheme_id = x.scheme_id and c.id = x.class_id`)
