import { undoWindowSeconds } from '@parvandeh/contract'
import type { FailureCode } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { BulkDone, BulkKey, BulkOutcome, StoredBulk } from './bulk.types.ts'

const columns = sql`id, person_id as "personId", actor_kind as "actorKind", locale, noun, change, state,
  started_at as "startedAt", undo_until as "undoUntil", undo_asked_at as "undoAskedAt",
  (select count(*)::int from identity.bulk_row r where r.bulk_id = b.id) as total`

/** Until when what is done at a moment can be put back. */
export const undoEnd = (done: Date): Date => new Date(done.getTime() + undoWindowSeconds * 1000)

/** Keeps a change and the rows it is for; false when one of this id is there already. */
export async function insertBulk(context: Context, bulk: StoredBulk, keys: readonly BulkKey[]): Promise<boolean> {
  const inserted = await sql`
    insert into identity.bulk (id, person_id, actor_kind, locale, noun, change, state, started_at, undo_until)
    values (${bulk.id}, ${bulk.personId}, ${bulk.actorKind}, ${bulk.locale}, ${bulk.noun}, ${JSON.stringify(bulk.change)},
      ${bulk.state}, ${bulk.startedAt}, ${bulk.undoUntil})
    on conflict do nothing`.execute(context.tx)
  if (inserted.numAffectedRows !== 1n) return false
  const rows = keys.map((key) => ({ id: newId(context.now), customer_id: key.customerId, row_id: key.id, label: key.label }))
  await sql`insert into identity.bulk_row (id, bulk_id, customer_id, row_id, label)
    select x.id, ${bulk.id}::uuid, x.customer_id, x.row_id, x.label
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, customer_id uuid, row_id uuid, label text)`.execute(context.tx)
  return true
}

export async function findBulk(context: Context, bulkId: string): Promise<StoredBulk | undefined> {
  const found = await sql<StoredBulk>`select ${columns} from identity.bulk b where id = ${bulkId}`.execute(context.tx)
  return found.rows[0]
}

/** Moves a change from one state to the next; false when it is not in that state. The time for putting it back begins when it is done. */
export async function moveBulk(context: Context, bulkId: string, from: readonly string[], to: StoredBulk['state']): Promise<boolean> {
  const moment =
    to === 'undoing' ? sql`, undo_asked_at = ${context.now}` : to === 'done' ? sql`, undo_until = ${undoEnd(context.now)}` : sql``
  const moved = await sql`update identity.bulk set state = ${to}${moment}
    where id = ${bulkId} and state = any(${[...from]}::text[])`.execute(context.tx)
  return moved.numAffectedRows === 1n
}

export interface BulkCounts {
  outcome: 'changed' | 'same' | 'refused' | null
  code: FailureCode | null
  back: 'put-back' | 'kept' | null
  backCode: FailureCode | null
  count: number
}

/** How many rows came to what. */
export async function countRows(context: Context, bulkId: string): Promise<BulkCounts[]> {
  const counted = await sql<BulkCounts>`
    select outcome, code, back, back_code as "backCode", count(*)::int as count
    from identity.bulk_row where bulk_id = ${bulkId} group by 1, 2, 3, 4`.execute(context.tx)
  return counted.rows
}

export interface StoredRow extends BulkKey {
  rowId: string
}

/** The next rows to deal with: forwards while working, backwards while undoing. */
export async function nextRows(context: Context, { id, state }: Pick<StoredBulk, 'id' | 'state'>, limit: number): Promise<StoredRow[]> {
  const rest = state === 'working' ? sql`outcome is null` : sql`outcome = 'changed' and back is null`
  const found = await sql<StoredRow>`
    select id as "rowId", customer_id as "customerId", row_id as id, label from identity.bulk_row
    where bulk_id = ${id} and ${rest} order by identity.bulk_row.id ${sql.raw(state === 'working' ? 'asc' : 'desc')} limit ${limit}`.execute(
    context.tx,
  )
  return found.rows
}

/** Locks those rows that are still to be dealt with, in the order of their ids, and their change against going into another state. */
export async function claimRows(
  context: Context,
  rowIds: readonly string[],
  state: StoredBulk['state'],
): Promise<(StoredRow & BulkDone)[]> {
  const rest = state === 'working' ? sql`r.outcome is null` : sql`r.outcome = 'changed' and r.back is null`
  const found = await sql<StoredRow & BulkDone>`
    select r.id as "rowId", r.customer_id as "customerId", r.row_id as id, r.label, r.before, r.version
    from identity.bulk_row r join identity.bulk b on b.id = r.bulk_id
    where r.id = any(${rowIds}::uuid[]) and b.state = ${state} and ${rest} order by r.id for update of r for share of b`.execute(context.tx)
  return context.sealing.open(found.rows)
}

/** Notes what became of many rows that were changed. */
export async function markRows(context: Context, rows: readonly (StoredRow & BulkOutcome)[]): Promise<void> {
  await context.sealing.prepare(rows.flatMap(({ customerId, done }) => (done ? [customerId] : [])))
  const marks: object[] = []
  for (const { rowId, customerId, refusal, done } of rows)
    marks.push({
      id: rowId,
      outcome: refusal ? 'refused' : done ? 'changed' : 'same',
      code: refusal ?? null,
      before: done ? await context.sealing.seal(customerId, done.before) : null,
      version: done?.version ?? null,
    })
  await sql`update identity.bulk_row r set outcome = m.outcome, code = m.code, before = m.before, version = m.version
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m (id uuid, outcome text, code text, before jsonb, version int)
    where r.id = m.id`.execute(context.tx)
}

/** Notes which of many rows were put back. */
export async function markRowsBack(context: Context, rows: readonly (StoredRow & BulkOutcome)[]): Promise<void> {
  const marks = rows.map(({ rowId, refusal }) => ({ id: rowId, back: refusal ? 'kept' : 'put-back', code: refusal ?? null }))
  await sql`update identity.bulk_row r set back = m.back, back_code = m.code
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m (id uuid, back text, code text) where r.id = m.id`.execute(context.tx)
}

export interface Refusal extends StoredRow {
  step: 'change' | 'undo'
  code: FailureCode
}

/** Rows that were refused or could not be put back, in their order. */
export async function readRefusals(context: Context, bulkId: string, after: string | undefined, limit: number): Promise<Refusal[]> {
  const beyond = after === undefined ? sql`` : sql`and r.id > ${after}::uuid`
  const found = await sql<Refusal>`
    select r.id as "rowId", r.customer_id as "customerId", r.row_id as id, r.label, coalesce(r.back_code, r.code) as code,
      case when r.back = 'kept' then 'undo' else 'change' end as step
    from identity.bulk_row r where r.bulk_id = ${bulkId} and (r.outcome = 'refused' or r.back = 'kept') ${beyond}
    order by r.id limit ${limit}`.execute(context.tx)
  return found.rows
}

/** Forgets changes that were asked for before a moment. */
export async function forgetBulks(context: Context, before: Date): Promise<void> {
  await sql`delete from identity.bulk where started_at < ${before}`.execute(context.tx)
}
