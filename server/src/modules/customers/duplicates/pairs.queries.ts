import type { DuplicateReason } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { visibleParts } from '../../identity/index.ts'
import { shownName, visibleFiles } from '../customers.access.ts'
import type { CustomerKind, CustomersTables } from '../customers.tables.ts'
import { plainClasses } from './readable-facts.rules.ts'

/** Two files that look like one customer's; `a` is the lesser id. Scores are from 0 to 1. */
export interface FoundPair {
  a: string
  b: string
  score: number
  plainScore: number
  reasons: DuplicateReason[]
  sharedKeys: string[]
}

const tenThousandths = (score: number): number => Math.round(score * 10_000)

/**
 * Keeps pairs that were found. What was decided of a pair stays, unless the two have since come to share something
 * that they did not share then.
 */
export async function storePairs(context: Context, pairs: readonly FoundPair[]): Promise<void> {
  if (pairs.length === 0) return
  const rows = pairs.map(({ a, b, score, plainScore, reasons, sharedKeys }) => ({
    customer_id: a,
    id: newId(context.now),
    other_id: b,
    score: tenThousandths(score),
    plain_score: tenThousandths(plainScore),
    reasons,
    shared_keys: sharedKeys,
  }))
  await sql`
    insert into customers.duplicate_pair as p
      (customer_id, id, other_id, score, plain_score, reasons, state, shared_keys, found_at, compared_at, unit_id, owner_id)
    select r.customer_id, r.id, r.other_id, r.score, r.plain_score, r.reasons, 'open', r.shared_keys, ${context.now}, ${context.now}, c.unit_id, c.owner_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r
      (customer_id uuid, id uuid, other_id uuid, score int, plain_score int, reasons text[], shared_keys bigint[])
    join customers.customer c on c.customer_id = r.customer_id
    order by r.customer_id, r.other_id
    on conflict (customer_id, other_id) do update set score = excluded.score, plain_score = excluded.plain_score,
      reasons = excluded.reasons, shared_keys = excluded.shared_keys, compared_at = excluded.compared_at,
      unit_id = excluded.unit_id, owner_id = excluded.owner_id,
      state = case when p.state = 'not-duplicates' and not excluded.shared_keys <@ p.decided_keys then 'open' else p.state end`.execute(
    context.tx,
  )
}

/** Pairs whose first file came to another unit or holder stand under its rights. */
export async function movePairs(context: Context, files: readonly Pick<SideRow, 'customerId' | 'unitId' | 'ownerId'>[]): Promise<void> {
  if (files.length === 0) return
  await sql`
    update customers.duplicate_pair p set unit_id = f.unit_id, owner_id = f.owner_id
    from unnest(${files.map((file) => file.customerId)}::uuid[], ${files.map((file) => file.unitId)}::uuid[], ${files.map((file) => file.ownerId)}::uuid[])
      f (customer_id, unit_id, owner_id)
    where p.customer_id = f.customer_id`.execute(context.tx)
}

/** Open pairs of these files that are not among the found ones are of files that are no longer alike. */
export const closeUnlike = (context: Context, ids: readonly string[], found: readonly FoundPair[]): Promise<void> =>
  closePairs(
    context,
    sql<boolean>`(p.customer_id = any(${[...ids]}::uuid[]) or p.other_id = any(${[...ids]}::uuid[]))
      and (p.customer_id, p.other_id) not in (select * from unnest(${found.map(({ a }) => a)}::uuid[], ${found.map(({ b }) => b)}::uuid[]))`,
  )

/** Open pairs that a scan of all files has not met again. */
export const closeUnmet = (context: Context, since: Date): Promise<void> => closePairs(context, sql<boolean>`p.compared_at < ${since}`)

/** Open pairs are forgotten; of one that was opened again, what had been decided holds as before. */
async function closePairs(context: Context, which: RawBuilder<boolean>): Promise<void> {
  await sql`delete from customers.duplicate_pair p where p.state = 'open' and p.decided_at is null and ${which}`.execute(context.tx)
  await sql`update customers.duplicate_pair p set state = 'not-duplicates' where p.state = 'open' and ${which}`.execute(context.tx)
}

export interface SideRow {
  customerId: string
  code: string
  displayName: string
  kind: CustomerKind
  provisional: boolean
  mainPhone: string | null
  unitId: string | null
  ownerId: string | null
  createdAt: Date
}

export interface PairRow {
  customerId: string
  id: string
  score: number
  reasons: DuplicateReason[]
  state: 'open' | 'not-duplicates'
  decidedBy: string | null
  decidedAt: Date | null
  a: SideRow
  b: SideRow
}

const sideColumns = ['customerId', 'code', 'displayName', 'kind', 'provisional', 'mainPhone', 'unitId', 'ownerId', 'createdAt'] as const

const side = (context: Context, alias: string, as: string) => sql`
  ${sql.ref(`${alias}.customer_id`)} as ${sql.ref(`${as}_customerId`)}, ${sql.ref(`${alias}.code`)} as ${sql.ref(`${as}_code`)},
  ${shownName(context.actor, alias)} as ${sql.ref(`${as}_displayName`)}, ${sql.ref(`${alias}.kind`)} as ${sql.ref(`${as}_kind`)},
  ${sql.ref(`${alias}.provisional`)} as ${sql.ref(`${as}_provisional`)}, ${sql.ref(`${alias}.main_phone`)} as ${sql.ref(`${as}_mainPhone`)},
  ${sql.ref(`${alias}.unit_id`)} as ${sql.ref(`${as}_unitId`)}, ${sql.ref(`${alias}.owner_id`)} as ${sql.ref(`${as}_ownerId`)},
  ${sql.ref(`${alias}.created_at`)} as ${sql.ref(`${as}_createdAt`)}`

const sideOf = (row: Record<string, unknown>, as: string): SideRow =>
  Object.fromEntries(sideColumns.map((column) => [column, row[`${as}_${column}`]])) as unknown as SideRow

/** Whether the actor may read all that files are compared by; else only what is plain counts, for order and threshold alike. */
const readsAll = ({ actor }: Context): boolean => actor.fieldClasses.has('sensitive') && actor.fieldClasses.has('financial')

const scoreColumn = (context: Context) => (readsAll(context) ? sql.ref('p.score') : sql.ref('p.plain_score'))

interface Asked {
  state: 'open' | 'not-duplicates'
  /** From 0 to 1. */
  threshold: number
  after?: readonly [number, string, string] | undefined
  limit: number
}

/** Pairs of which the actor sees both files, the likeliest first. Who may not read telephones has no use for them, and gets none. */
export async function readPairs(context: Context, { state, threshold, after, limit }: Asked): Promise<PairRow[]> {
  if (![...plainClasses].every((one) => context.actor.fieldClasses.has(one))) return []
  const score = scoreColumn(context)
  const beyond = after ? sql`and (${score}, p.customer_id, p.id) < (${after[0]}::int, ${after[1]}::uuid, ${after[2]}::uuid)` : sql``
  // Pair by pair in their order, and for each whether both files are seen: any other way reads all files of a unit first.
  const isSeen = (column: string) => sql`cross join lateral (
    select from customers.customer c where c.customer_id = ${sql.ref(`p.${column}`)} and ${visibleFiles(context.actor, 'customers.read', 'c')} limit 1)`
  const parts = visibleParts(context.actor, 'customers.read', 'p').map(
    (
      part,
    ) => sql`(select p.customer_id, p.id, ${score} as score from customers.duplicate_pair p ${isSeen('customer_id')} a ${isSeen('other_id')} b
      where ${part} and p.state = ${state} and ${score} >= ${tenThousandths(threshold)} ${beyond}
      order by ${score} desc, p.customer_id desc, p.id desc limit ${limit})`,
  )
  if (parts.length === 0) return []
  return pairRows(
    context,
    sql`(p.customer_id, p.id) in (select customer_id, id from (${sql.join(parts, sql` union `)}) part order by score desc, customer_id desc, id desc limit ${limit})`,
    sql`order by ${score} desc, p.customer_id desc, p.id desc`,
  )
}

/** The pair of these two files, if they were found alike and the actor sees both. */
export async function findPair(context: Context, one: string, other: string): Promise<PairRow | undefined> {
  const [a, b] = one < other ? [one, other] : [other, one]
  return (await pairRows(context, sql`p.customer_id = ${a}::uuid and p.other_id = ${b}::uuid`, sql``))[0]
}

const bothFiles = sql`join customers.customer a on a.customer_id = p.customer_id join customers.customer b on b.customer_id = p.other_id`

const seesBoth = ({ actor }: Context) =>
  sql`${visibleFiles(actor, 'customers.read', 'a')} and ${visibleFiles(actor, 'customers.read', 'b')}`

async function pairRows(context: Context, where: ReturnType<typeof sql>, order: ReturnType<typeof sql>): Promise<PairRow[]> {
  const found = await sql<Record<string, unknown> & Omit<PairRow, 'a' | 'b'>>`
    select p.customer_id as "customerId", p.id, ${scoreColumn(context)} as score, p.reasons, p.state,
      p.decided_by as "decidedBy", p.decided_at as "decidedAt", ${side(context, 'a', 'a')}, ${side(context, 'b', 'b')}
    from customers.duplicate_pair p ${bothFiles}
    where ${where} and ${seesBoth(context)} ${order}`.execute(context.tx)
  return found.rows.map((row) => ({ ...row, a: sideOf(row, 'a'), b: sideOf(row, 'b') }))
}

/** Remembers what somebody decided of two files, with what the two shared then. */
export async function decidePair(
  context: Context,
  { a, b, score, plainScore, reasons, sharedKeys }: FoundPair,
  state: 'open' | 'not-duplicates',
  rights: { unitId: string | null; ownerId: string | null },
): Promise<void> {
  const decided =
    state === 'open'
      ? { decided_keys: null, decided_by: null, decided_at: null }
      : { decided_keys: sharedKeys, decided_by: context.actor.personId, decided_at: context.now }
  const now = {
    score: tenThousandths(score),
    plain_score: tenThousandths(plainScore),
    reasons,
    shared_keys: sharedKeys,
    state,
    unit_id: rights.unitId,
    owner_id: rights.ownerId,
    ...decided,
  }
  await tablesOf<CustomersTables>(context)
    .insertInto('customers.duplicate_pair')
    .values({ customer_id: a, id: newId(context.now), other_id: b, ...now, found_at: context.now, compared_at: context.now })
    .onConflict((conflict) => conflict.columns(['customer_id', 'other_id']).doUpdateSet(now))
    .execute()
}

/** Files that were said not to be this one's customer. */
export async function readNotDuplicatesOf(context: Context, customerId: string): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select case when customer_id = ${customerId}::uuid then other_id else customer_id end as id from customers.duplicate_pair
    where state = 'not-duplicates' and (customer_id = ${customerId}::uuid or other_id = ${customerId}::uuid)`.execute(context.tx)
  return new Set(found.rows.map(({ id }) => id))
}

/** What is shown of these files, of those that the actor sees. */
export async function readSides(context: Context, ids: readonly string[]): Promise<Map<string, SideRow>> {
  const found = await sql<Record<string, unknown>>`
    select ${side(context, 'c', 'c')} from customers.customer c
    where c.customer_id = any(${[...ids]}::uuid[]) and ${visibleFiles(context.actor, 'customers.read', 'c')}`.execute(context.tx)
  return new Map(found.rows.map((row) => [String(row['c_customerId']), sideOf(row, 'c')]))
}

/** Under which rights these files stand. */
export async function readRightsOf(context: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tablesOf<CustomersTables>(context)
    .selectFrom('customers.customer')
    .select(['customer_id as customerId', 'unit_id as unitId', 'owner_id as ownerId'])
    .where(sql<boolean>`customer_id = any(${[...ids]}::uuid[])`)
    .execute()
}
