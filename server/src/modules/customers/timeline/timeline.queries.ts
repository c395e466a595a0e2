import type { TimelineLine } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'

interface Rights {
  unitId: string | null
  ownerId: string | null
}

interface TimelineRow {
  id: string
  at: Date
  kind: string
  person_id: string | null
  unit_id: string | null
  subject_type: string
  subject_id: string
  access_class: TimelineLine['accessClass']
  facts: TimelineLine['facts']
}

interface Asked {
  kinds: string[] | undefined
  after: readonly [string, string] | undefined
  limit: number
}

/** The lines of a file's ids that meet the condition, newest first, after the key: each id's are walked in their own order. */
export async function readTimeline(
  context: Context,
  ids: readonly string[],
  visible: RawBuilder<boolean>,
  options: Asked,
): Promise<TimelineRow[]> {
  const found = await Promise.all(ids.map((id) => readLines(context, id, visible, options)))
  const [only = []] = found
  if (found.length === 1) return only
  const newestFirst = found.flat().toSorted((a, b) => +b.at - +a.at || (a.id < b.id ? 1 : -1))
  return newestFirst.slice(0, options.limit)
}

async function readLines(context: Context, customerId: string, visible: RawBuilder<boolean>, options: Asked): Promise<TimelineRow[]> {
  return tablesOf<CustomersTables>(context)
    .selectFrom('customers.timeline_entry as t')
    .select(['id', 'at', 'kind', 'person_id', 'unit_id', 'subject_type', 'subject_id', 'access_class', 'facts'])
    .where('customer_id', '=', customerId)
    .where(visible)
    .$if(options.kinds !== undefined, (query) => query.where(sql<boolean>`kind = any(${options.kinds ?? []}::text[])`))
    .$if(options.after !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (${options.after?.[0]}::timestamptz, ${options.after?.[1]}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(options.limit)
    .execute()
}

/** Adds lines; those that are there already are left as they are. `versions` are those of the lines' subjects. */
export async function insertLines(
  context: Context,
  lines: readonly TimelineLine[],
  versionOf: (line: TimelineLine) => number,
): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map((line) => ({
    ...line,
    // To the millisecond, as keys of pages are.
    at: new Date(line.at).toISOString(),
    version: versionOf(line),
  }))
  await sql`
    insert into customers.timeline_entry
      (customer_id, id, at, kind, permission, person_id, unit_id, owner_id, access_class, subject_type, subject_id, subject_version, facts)
    select "customerId", "lineId", at, kind, permission, "personId", "unitId", "ownerId", "accessClass", "subjectType", "subjectId", version, facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l
      ("customerId" uuid, "lineId" uuid, at timestamptz, kind text, permission text, "personId" uuid, "unitId" uuid, "ownerId" uuid,
       "accessClass" text, "subjectType" text, "subjectId" uuid, version int, facts jsonb)
    on conflict (customer_id, id) do nothing`.execute(context.tx)
}

/** Takes lines away again: what they told of was brought by an import, which was put back as a whole. */
export async function withdrawLines(context: Context, lines: readonly { customerId: string; lineId: string }[]): Promise<void> {
  await sql`
    delete from customers.timeline_entry t
    using jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l ("customerId" uuid, "lineId" uuid)
    where t.customer_id = l."customerId" and t.id = l."lineId"`.execute(context.tx)
}

/** Files whose last contact is earlier than the given one get it, and so do the files that they were merged into. */
export async function raiseLastContact(context: Context, contacts: ReadonlyMap<string, Date>): Promise<void> {
  if (contacts.size === 0) return
  await sql`
    with k as (
      select x.customer_id, max(t.at) as at
      from unnest(${[...contacts.keys()]}::uuid[], ${[...contacts.values()].map((at) => at.toISOString())}::timestamptz[]) t (customer_id, at)
      join customers.customer o on o.customer_id = t.customer_id
      cross join lateral (values (o.customer_id), (o.merged_into)) x (customer_id)
      where x.customer_id is not null group by x.customer_id)
    update customers.customer c set last_contact_at = k.at from k
    where c.customer_id = k.customer_id and c.last_contact_at < k.at`.execute(context.tx)
}

/**
 * Holds files, so that events of one file are told one after another; gives of each its rights, and the file that it is
 * read in. In one order always, so that two do not wait for each other crosswise.
 */
export async function holdFiles(context: Context, customerIds: readonly string[]): Promise<Map<string, Rights & { readIn: string }>> {
  const found = await tablesOf<CustomersTables>(context)
    .selectFrom('customers.customer')
    .select(['customer_id as id', 'unit_id as unitId', 'owner_id as ownerId'])
    .select(sql<string>`coalesce(merged_into, customer_id)`.as('readIn'))
    .where(sql<boolean>`customer_id = any(${[...new Set(customerIds)]}::uuid[])`)
    .orderBy('customer_id')
    .forUpdate()
    .execute()
  return new Map(found.map(({ id, ...file }) => [id, file]))
}

/** All lines of each subject get the rights of its newest known version, the given one included. */
export async function moveLines(
  context: Context,
  subjects: readonly (Rights & { customerId: string; id: string; version: number })[],
): Promise<void> {
  const rows = subjects.map(({ customerId, id, version, unitId, ownerId }) => ({ customerId, id, version, unitId, ownerId }))
  await sql`
    with newest as (
      select s."customerId" as customer_id, s.id, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as s ("customerId" uuid, id uuid, version int, "unitId" uuid, "ownerId" uuid)
      cross join lateral (
        select e.unit_id, e.owner_id, e.subject_version from customers.timeline_entry e
        where e.customer_id = s."customerId" and e.subject_id = s.id order by e.subject_version desc limit 1) k
      cross join lateral (
        select k.unit_id, k.owner_id, k.subject_version where k.subject_version > s.version
        union all select s."unitId", s."ownerId", s.version where k.subject_version <= s.version) r)
    update customers.timeline_entry e set unit_id = n.unit_id, owner_id = n.owner_id, subject_version = n.subject_version
    from newest n where e.customer_id = n.customer_id and e.subject_id = n.id
      and (e.unit_id, e.owner_id, e.subject_version) is distinct from (n.unit_id, n.owner_id, n.subject_version)`.execute(context.tx)
}
