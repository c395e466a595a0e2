import type { AccessClass, Severity } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor, Context } from '../../../platform/context.ts'
import { readableClasses, visibleParts, visibleRows } from '../../identity/index.ts'
import { shownName, visibleLines } from '../customers.access.ts'
import { idsOfFiles, idsOfRow } from '../files/file-set.queries.ts'
import type { ContradictionState, Rule, Side } from './consistency.types.ts'

export interface StoredContradiction {
  customerId: string
  id: string
  ruleId: string
  field: string
  accessClasses: AccessClass[]
  stated: Side
  observed: Side
  evidence: string[]
  severity: Severity
  state: ContradictionState
  fingerprint: string
  unitId: string | null
  ownerId: string | null
  openedAt: Date
  closedAt: Date | null
  closedBy: string | null
  reason: string | null
  version: number
}

const columns = sql`k.customer_id as "customerId", k.id, k.rule_id as "ruleId", k.field, k.access_classes as "accessClasses", k.stated,
  k.observed, k.evidence, k.severity, k.state, k.fingerprint, k.unit_id as "unitId", k.owner_id as "ownerId", k.opened_at as "openedAt",
  k.closed_at as "closedAt", k.closed_by as "closedBy", k.reason, k.version`

/** All that was ever found in these files, by whichever of their ids, under the file. */
export async function readContradictions(context: Context, customerIds: readonly string[]): Promise<Map<string, StoredContradiction[]>> {
  const found = await sql<StoredContradiction & { root: string }>`
    select f.root, ${columns} from ${idsOfFiles(customerIds)} f join customers.contradiction k on k.customer_id = f.id`.execute(context.tx)
  return Map.groupBy(found.rows, ({ root }) => root)
}

export async function lockContradiction(context: Context, customerId: string, id: string): Promise<StoredContradiction | undefined> {
  const found = await sql<StoredContradiction>`
    select ${columns} from customers.contradiction k where k.customer_id = ${customerId} and k.id = ${id} for update`.execute(context.tx)
  return found.rows[0]
}

/** Adds what is new, and brings what is there to the state that is given; some hundreds in one statement. */
export async function storeContradictions(context: Context, all: readonly StoredContradiction[]): Promise<void> {
  if (all.length === 0) return
  await sql`
    insert into customers.contradiction (customer_id, id, rule_id, field, access_classes, stated, observed, evidence, severity, state,
      fingerprint, unit_id, owner_id, opened_at, closed_at, closed_by, reason, version)
    select "customerId", id, "ruleId", field, "accessClasses", stated, observed, evidence, severity, state, fingerprint, "unitId", "ownerId",
      "openedAt", "closedAt", "closedBy", reason, version
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r
      ("customerId" uuid, id uuid, "ruleId" uuid, field text, "accessClasses" text[], stated jsonb, observed jsonb, evidence uuid[],
       severity text, state text, fingerprint text, "unitId" uuid, "ownerId" uuid, "openedAt" timestamptz, "closedAt" timestamptz,
       "closedBy" uuid, reason text, version int)
    on conflict (customer_id, fingerprint) do update set stated = excluded.stated, observed = excluded.observed, evidence = excluded.evidence,
      severity = excluded.severity, state = excluded.state, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
      closed_by = excluded.closed_by, reason = excluded.reason, version = excluded.version`.execute(context.tx)
}

/** What was found of files goes with them to another unit or holder. */
export async function moveContradictions(
  context: Context,
  files: readonly { customerId: string; unitId: string | null; ownerId: string | null }[],
): Promise<void> {
  await sql`
    update customers.contradiction k set unit_id = f.unit_id, owner_id = f.owner_id
    from unnest(${files.map((file) => file.customerId)}::uuid[], ${files.map((file) => file.unitId)}::uuid[], ${files.map((file) => file.ownerId)}::uuid[])
      f (customer_id, unit_id, owner_id)
    where k.customer_id = f.customer_id and (k.unit_id, k.owner_id) is distinct from (f.unit_id, f.owner_id)`.execute(context.tx)
}

/** Beyond the rows within reach: of fields that may be read, by evidence that may be seen. */
const knowable = (actor: Actor, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.access_classes`)} <@ ${readableClasses(actor)}::text[]
    and (${sql.ref(`${alias}.evidence`)} = '{}' or exists (select from customers.timeline_entry t
      where t.customer_id = any(${idsOfRow(alias)}) and t.id = any(${sql.ref(`${alias}.evidence`)}) and ${visibleLines(actor, 't')})))`

export interface ListedContradiction extends StoredContradiction, Pick<Rule, 'builtIn' | 'name' | 'question'> {
  customerName: string
  customerCode: string
}

export interface Choice {
  isOpen: boolean
  severity?: Severity | undefined
  ruleId?: string | undefined
  unitId?: string | undefined
  ownerId?: string | undefined
  customerIds?: readonly string[] | undefined
}

/** What is chosen, in parts that each lie along an index of their own. */
export interface Chosen {
  parts: RawBuilder<boolean>[]
  each: RawBuilder<boolean>
}

export function chosen({ actor }: Context, choice: Choice): Chosen {
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql<boolean>`${sql.ref(`k.${column}`)} = ${value}`]
  const conditions = [
    choice.isOpen ? sql<boolean>`k.state = 'open'` : sql<boolean>`k.state <> 'open'`,
    ...equal('severity', choice.severity),
    ...equal('rule_id', choice.ruleId),
    ...equal('unit_id', choice.unitId),
    ...equal('owner_id', choice.ownerId),
    ...(choice.customerIds === undefined ? [] : [sql<boolean>`k.customer_id = any(${[...choice.customerIds]}::uuid[])`]),
    knowable(actor, 'k'),
  ]
  return { parts: visibleParts(actor, 'customers.read', 'k'), each: sql<boolean>`(${sql.join(conditions, sql` and `)})` }
}

/** One by its id, if the actor may know of it. */
export const theOne = ({ actor }: Context, customerId: string, id: string): Chosen => ({
  parts: [visibleRows(actor, 'customers.read', 'k')],
  each: sql<boolean>`(k.customer_id = ${customerId} and k.id = ${id} and ${knowable(actor, 'k')})`,
})

/** What lies in files that are gone is not shown; what was merged is read together with the file that is left. */
const inFiles = sql`join customers.customer c on c.customer_id = k.customer_id and (not c.gone or c.merged_into is not null)`

/** One page, the newest first. */
export async function listStored(
  context: Context,
  { parts, each }: Chosen,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<ListedContradiction[]> {
  const beyond = after ? sql`and (k.opened_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  const pages = parts.map(
    (part) => sql`(select k.customer_id, k.id, k.opened_at from customers.contradiction k ${inFiles}
      where ${part} and ${each} ${beyond} order by k.opened_at desc, k.id desc limit ${limit})`,
  )
  const found = await sql<ListedContradiction>`
    with page as (select * from (${sql.join(pages, sql` union `)}) part order by opened_at desc, id desc limit ${limit})
    select ${columns}, r.built_in as "builtIn", r.name, r.question, c.code as "customerCode", ${shownName(context.actor, 'c')} as "customerName"
    from page join customers.contradiction k on k.customer_id = page.customer_id and k.id = page.id
    join customers.consistency_rule r on r.id = k.rule_id
    join customers.customer c on c.customer_id = k.customer_id
    order by k.opened_at desc, k.id desc`.execute(context.tx)
  return found.rows
}

/** For counting: the rows that are chosen. Files are looked up one by one, as far as is counted, and not all read beforehand. */
export const chosenRows = ({ actor }: Context, { each }: Chosen): RawBuilder<unknown> =>
  sql`select from customers.contradiction k
    cross join lateral (select from customers.customer c where c.customer_id = k.customer_id and (not c.gone or c.merged_into is not null) offset 0) f
    where ${visibleRows(actor, 'customers.read', 'k')} and ${each}`

export interface EvidenceLine {
  lineId: string
  id: string
  kind: string
  at: Date
  personId: string | null
}

/** The lines behind contradictions, as far as the actor may see them. */
export async function readEvidence(
  context: Context,
  of: readonly Pick<StoredContradiction, 'customerId' | 'evidence'>[],
): Promise<EvidenceLine[]> {
  const lines = of.flatMap(({ evidence }) => evidence)
  if (lines.length === 0) return []
  const found = await sql<EvidenceLine>`
    select t.id as "lineId", t.subject_id as id, t.kind, t.at, t.person_id as "personId"
    from customers.timeline_entry t
    where t.customer_id in (select f.id from ${idsOfFiles(of.map(({ customerId }) => customerId))} f) and t.id = any(${lines}::uuid[])
      and ${visibleLines(context.actor, 't')}
    order by t.at desc`.execute(context.tx)
  return found.rows
}

/** Closes what an abandoned rule has found, some at a time; gives in which files. */
export async function closeSome(context: Context, ruleId: string, limit: number): Promise<string[]> {
  const closed = await sql<{ customerId: string }>`
    update customers.contradiction k set state = 'gone', closed_at = ${context.now}, version = version + 1
    where k.state = 'open' and (k.customer_id, k.id) in
      (select customer_id, id from customers.contradiction where rule_id = ${ruleId} and state = 'open' limit ${limit})
    returning k.customer_id as "customerId"`.execute(context.tx)
  return [...new Set(closed.rows.map(({ customerId }) => customerId))]
}
