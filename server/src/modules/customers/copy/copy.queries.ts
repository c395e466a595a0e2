import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readById } from '../../../platform/subjects/rows-by-id.queries.ts'

/** Every line of the timeline. */
export const readAllLines = readById(sql`select x.id, x.at, x.kind, x.facts from customers.timeline_entry x`)

/** Every value that is or was in a file, with where it came from. */
export const readAllProvenance = readById(sql`select x.id, x.field, x.value, x.source_kind as source, x.source_row as "sourceRow",
    x.confidence, x.from_at as "fromAt", x.until_at as "untilAt", x.confirmed_at as "confirmedAt", x.doubt
  from customers.provenance x`)

type PlaceNames = Record<'province' | 'county' | 'city', Map<number, string>>

/** What places are called: some two thousand. */
export async function readPlaceNames({ tx }: Pick<Context, 'tx'>): Promise<PlaceNames> {
  const found = await sql<{ kind: keyof PlaceNames; id: number; name: string }>`
    select 'province' as kind, id, name from customers.province union all select 'county', id, name from customers.county
    union all select 'city', id, name from customers.city`.execute(tx)
  const named = (kind: keyof PlaceNames) => new Map(found.rows.filter((row) => row.kind === kind).map(({ id, name }) => [id, name]))
  return { province: named('province'), county: named('county'), city: named('city') }
}

export interface KeptOfFile {
  id: string
  sourceKind: string | null
  lastContactAt: Date | number
  deletedAt: Date | null
  removalReason: string | null
  trust: number | null
  completeness: number | null
  marketerId: string | null
  hasReferrer: boolean
  externalKeys: string[]
}

/** What is kept of these files beside what they say. */
export async function readKept({ tx }: Context, customerIds: readonly string[]): Promise<KeptOfFile[]> {
  const found = await sql<KeptOfFile>`
    select c.customer_id as id, c.source_kind as "sourceKind", c.last_contact_at as "lastContactAt", c.deleted_at as "deletedAt",
      c.removal_reason as "removalReason", c.trust, c.completeness, b.marketer_id as "marketerId",
      coalesce(b.referrer, '') <> '' as "hasReferrer", array(select i.value from customers.identifier i
        where i.customer_id = c.customer_id and i.kind = 'external' order by i.value) as "externalKeys"
    from customers.customer c left join customers.business b on b.customer_id = c.customer_id
    where c.customer_id = any(${customerIds}::uuid[]) order by c.customer_id`.execute(tx)
  return found.rows
}

export const readAllTags = readById(sql`select x.id, g.name, x.note, x.added_at as "addedAt"
  from customers.file_tag x join customers.tag g on g.id = x.tag_id`)

export const readAllNotes = readById(
  sql`select x.id, x.body as text, x.written_at as "writtenAt", x.changed_at as "changedAt" from customers.behaviour_note x`,
)

/** Without the other end, who is somebody else. */
export const readAllRelations = readById(sql`select x.id, case x.side when 'a' then k.a_fa else k.b_fa end as relation,
    case x.side when 'a' then k.a_en else k.b_en end as "relationEn", x.role, x.started_on::text as "from", x.ended_on::text as "to", x.note
  from customers.relation x join customers.relation_kind k on k.id = x.kind_id`)

export const readAllQuestions = readById(sql`select x.id, x.field, x.outcome, x.at from customers.field_question x`)

export const readAllContradictions = readById(
  sql`select x.id, x.field, x.stated, x.observed, x.state, x.opened_at as "openedAt", x.reason from customers.contradiction x`,
)

export const readAllSegments = readById(sql`select x.id, s.name, x.added_at as "addedAt"
  from customers.segment_member x join customers.segment s on s.id = x.segment_id`)

export const readAllAccounts = readById(sql`select x.id, x.kind, x.value, x.holder, x.note from customers.bank_account x`)

export const readAllClasses = readById(sql`select x.id, s.name as scheme, c.name as class, x.since, x.reason
  from customers.file_class x join customers.scheme s on s.id = x.scheme_id join customers.scheme_class c on c.scheme_id = x.scheme_id and c.id = x.class_id`)
