import type { AccessClass, SourceKind } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { visibleFiles } from '../customers.access.ts'
import { besidePattern } from './beside.rules.ts'

/** One value of one field over one stretch of time. */
export interface ProvenanceRecord {
  customerId: string
  id: string
  field: string
  accessClass: AccessClass
  value: unknown
  sourceKind: SourceKind | null
  sourceId: string | null
  sourceRow: number | null
  confidence: number | null
  recordedBy: string | null
  from: Date
  until: Date | null
  confirmedBy: string | null
  confirmedAt: Date | null
  doubtedBy: string | null
  doubtedAt: Date | null
  doubt: string | null
  /** The other file that the value tells of. */
  otherId: string | null
}

const columns = sql`customer_id as "customerId", id, field, access_class as "accessClass", value, source_kind as "sourceKind",
  source_id as "sourceId", source_row as "sourceRow", confidence, recorded_by as "recordedBy", from_at as "from", until_at as "until",
  confirmed_by as "confirmedBy", confirmed_at as "confirmedAt", doubted_by as "doubtedBy", doubted_at as "doubtedAt", doubt,
  other_id as "otherId"`

/** Where a file itself comes from. */
export type Birth = Pick<ProvenanceRecord, 'customerId' | 'sourceKind' | 'sourceId' | 'sourceRow' | 'confidence' | 'recordedBy' | 'from'>

export async function readBirths(context: Context, customerIds: readonly string[]): Promise<Map<string, Birth>> {
  const found = await sql<Birth>`
    select customer_id as "customerId", source_kind as "sourceKind", source_id as "sourceId", source_row as "sourceRow",
      source_confidence as confidence, created_by as "recordedBy", created_at as "from"
    from customers.customer where customer_id = any(${[...customerIds]}::uuid[])`.execute(context.tx)
  return new Map(found.rows.map((row) => [row.customerId, row]))
}

/** Ends the records of today of these fields; gives those that there were. */
export async function closeRecords(
  context: Context,
  of: readonly { customerId: string; field: string }[],
): Promise<{ customerId: string; field: string }[]> {
  const closed = await sql<{ customerId: string; field: string }>`
    update customers.provenance p set until_at = greatest(p.from_at, ${context.now}::timestamptz)
    from unnest(${of.map((one) => one.customerId)}::uuid[], ${of.map((one) => one.field)}::text[]) c (customer_id, field)
    where p.customer_id = c.customer_id and p.field = c.field and p.until_at is null
    returning p.customer_id as "customerId", p.field`.execute(context.tx)
  return closed.rows
}

/** Adds records; a record of today that is there already stays alone. */
export async function insertRecords(context: Context, records: readonly ProvenanceRecord[]): Promise<void> {
  if (records.length === 0) return
  await sql`
    insert into customers.provenance (customer_id, id, field, access_class, value, source_kind, source_id, source_row, confidence,
      recorded_by, from_at, until_at, confirmed_by, confirmed_at, doubted_by, doubted_at, doubt, other_id)
    select "customerId", id, field, "accessClass", coalesce(value, 'null'), "sourceKind", "sourceId", "sourceRow", confidence,
      "recordedBy", "from", "until", "confirmedBy", "confirmedAt", "doubtedBy", "doubtedAt", doubt, "otherId"
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r
      ("customerId" uuid, id uuid, field text, "accessClass" text, value jsonb, "sourceKind" text, "sourceId" uuid, "sourceRow" int,
       confidence real, "recordedBy" uuid, "from" timestamptz, "until" timestamptz, "confirmedBy" uuid, "confirmedAt" timestamptz,
       "doubtedBy" uuid, "doubtedAt" timestamptz, doubt text, "otherId" uuid)
    on conflict do nothing`.execute(context.tx)
}

/** More records than anybody reads of one file. */
const mostOpen = 500
const mostOfField = 100

/** Values that tell of another file too are not there for whoever may not see that one. */
const ofSeenFiles = (context: Context) => sql<boolean>`(other_id is null or exists (
  select from customers.customer o join customers.customer c on c.customer_id = coalesce(o.merged_into, o.customer_id)
  where o.customer_id = other_id and ${visibleFiles(context.actor, 'customers.read', 'c')}))`

/** The records of today of a file; of what is beside its fields also those of the files that were merged into it. */
export async function readOpenRecords(context: Context, customerIds: readonly string[]): Promise<ProvenanceRecord[]> {
  const [root] = customerIds
  const found = await sql<ProvenanceRecord>`
    select distinct on (field) ${columns} from customers.provenance
    where customer_id = any(${[...customerIds]}::uuid[]) and until_at is null and (customer_id = ${root} or field ~ ${besidePattern})
      and ${ofSeenFiles(context)}
    order by field, customer_id <> ${root}, id limit ${mostOpen}`.execute(context.tx)
  return found.rows
}

/** How many older values each field has: those of a file, and all that files merged into it held. */
export async function countOlder(context: Context, customerIds: readonly string[]): Promise<Map<string, number>> {
  const found = await sql<{ field: string; count: number }>`
    select field, count(*)::int as count from customers.provenance
    where customer_id = any(${[...customerIds]}::uuid[]) and (until_at is not null or (customer_id <> ${customerIds[0]} and field !~ ${besidePattern})) group by field`.execute(
    context.tx,
  )
  return new Map(found.rows.map(({ field, count }) => [field, count]))
}

/** What a field of these files has held, the newest first. */
export async function readHistory(context: Context, customerIds: readonly string[], field: string): Promise<ProvenanceRecord[]> {
  const found = await sql<ProvenanceRecord>`
    select ${columns} from customers.provenance where customer_id = any(${[...customerIds]}::uuid[]) and field = ${field}
      and ${ofSeenFiles(context)}
    order by from_at desc, id desc limit ${mostOfField}`.execute(context.tx)
  return found.rows
}

export async function readRecord(context: Context, customerId: string, id: string): Promise<ProvenanceRecord | undefined> {
  const found = await sql<ProvenanceRecord>`
    select ${columns} from customers.provenance where customer_id = ${customerId} and id = ${id}`.execute(context.tx)
  return found.rows[0]
}

/** Says of the value of today who stands by it or doubts it. */
export async function judgeRecord(
  context: Context,
  { customerId, field }: Pick<ProvenanceRecord, 'customerId' | 'field'>,
  judged: Pick<ProvenanceRecord, 'confirmedBy' | 'confirmedAt' | 'doubtedBy' | 'doubtedAt' | 'doubt'>,
): Promise<void> {
  await sql`
    update customers.provenance set confirmed_by = ${judged.confirmedBy}, confirmed_at = ${judged.confirmedAt},
      doubted_by = ${judged.doubtedBy}, doubted_at = ${judged.doubtedAt}, doubt = ${judged.doubt}
    where customer_id = ${customerId} and field = ${field} and until_at is null`.execute(context.tx)
}
