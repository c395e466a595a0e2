import type { FailureCode } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { BulkCounts } from './bulk.queries.ts'
import type { BulkDone, BulkKey, BulkOutcome } from './bulk.types.ts'

export interface StoredRow extends BulkKey {
  rowId: string
}

/** Rows of a change that are not yet kept, each with an id of its own. */
export const rowsOf = (context: Context, keys: readonly BulkKey[]): StoredRow[] =>
  keys.map((key) => ({ ...key, rowId: newId(context.now) }))

/** Keeps rows that are still to be dealt with. */
export const insertRows = (context: Context, bulkId: string, rows: readonly StoredRow[]): Promise<void> => insert(context, bulkId, rows)

/** Keeps rows that were dealt with. What is left as it was is counted alone: there is nothing to put back and nothing to tell. */
export async function insertDealtWith(context: Context, bulkId: string, rows: readonly (StoredRow & BulkOutcome)[]): Promise<void> {
  const marked = await marksOf(context, rows)
  await insert(
    context,
    bulkId,
    marked.filter(({ outcome }) => outcome !== 'same'),
  )
  await tally(
    context,
    bulkId,
    'change',
    marked.map(({ outcome, code }) => ({ outcome, code: code ?? '' })),
  )
}

async function insert(context: Context, bulkId: string, rows: readonly (StoredRow & Partial<Mark>)[]): Promise<void> {
  await sql`insert into identity.bulk_row (id, bulk_id, customer_id, row_id, label, outcome, code, before, version)
    select x."rowId", ${bulkId}::uuid, x."customerId", x.id, x.label, x.outcome, x.code, x.before, x.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("rowId" uuid, "customerId" uuid, id uuid, label text,
      outcome text, code text, before jsonb, version int)`.execute(context.tx)
}

const rest = { working: sql`r.outcome is null`, undoing: sql`r.outcome = 'changed' and r.back is null` }

/** The next rows to deal with: forwards while working, backwards while undoing. */
export async function nextRows(context: Context, bulkId: string, state: 'working' | 'undoing', limit: number): Promise<StoredRow[]> {
  const found = await sql<StoredRow>`
    select r.id as "rowId", r.customer_id as "customerId", r.row_id as id, r.label from identity.bulk_row r
    where r.bulk_id = ${bulkId} and ${rest[state]} order by r.id ${sql.raw(state === 'working' ? 'asc' : 'desc')} limit ${limit}`.execute(
    context.tx,
  )
  return found.rows
}

/** Locks those rows that are still to be dealt with, in the order of their ids, and their change against going into another state. */
export async function claimRows(
  context: Context,
  rowIds: readonly string[],
  state: 'working' | 'undoing',
): Promise<(StoredRow & BulkDone)[]> {
  const found = await sql<StoredRow & BulkDone>`
    select r.id as "rowId", r.customer_id as "customerId", r.row_id as id, r.label, r.before, r.version
    from identity.bulk_row r join identity.bulk b on b.id = r.bulk_id
    where r.id = any(${rowIds}::uuid[]) and b.state = ${state} and ${rest[state]} order by r.id for update of r for share of b`.execute(
    context.tx,
  )
  return context.sealing.open(found.rows)
}

/** Notes what became of many rows that were changed. */
export async function markRows(context: Context, bulkId: string, rows: readonly (StoredRow & BulkOutcome)[]): Promise<void> {
  const marks = (await marksOf(context, rows)).map(({ rowId: id, outcome, code, before, version }) => ({
    id,
    outcome,
    code,
    before,
    version,
  }))
  await mark(
    context,
    { bulkId, step: 'change' },
    sql`update identity.bulk_row r set outcome = m.outcome, code = m.code, before = m.before, version = m.version
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m (id uuid, outcome text, code text, before jsonb, version int)
      where r.id = m.id and r.outcome is null returning r.outcome, coalesce(r.code, '') as code`,
  )
}

/** Notes which of many rows were put back. */
export async function markRowsBack(context: Context, bulkId: string, rows: readonly (StoredRow & BulkOutcome)[]): Promise<void> {
  const marks = rows.map(({ rowId, refusal }) => ({ id: rowId, back: refusal ? 'kept' : 'put-back', code: refusal ?? null }))
  await mark(
    context,
    { bulkId, step: 'undo' },
    sql`update identity.bulk_row r set back = m.back, back_code = m.code
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m (id uuid, back text, code text)
      where r.id = m.id and r.back is null returning r.back as outcome, coalesce(r.back_code, '') as code`,
  )
}

type Came = Pick<BulkCounts, 'outcome' | 'code'>

async function mark(
  context: Context,
  { bulkId, step }: { bulkId: string; step: BulkCounts['step'] },
  update: RawBuilder<unknown>,
): Promise<void> {
  const marked = await (update as RawBuilder<Came>).execute(context.tx)
  await tally(context, bulkId, step, marked.rows)
}

type Mark = { outcome: 'changed' | 'same' | 'refused'; code: FailureCode | null; before: unknown; version: number | null }

/** What was there before is sealed, each under the key of the customer it tells of. */
async function marksOf(context: Context, rows: readonly (StoredRow & BulkOutcome)[]): Promise<(StoredRow & Mark)[]> {
  await context.sealing.prepare(rows.flatMap(({ customerId, done }) => (done ? [customerId] : [])))
  const marks: (StoredRow & Mark)[] = []
  for (const { rowId, customerId, id, label, refusal, done } of rows)
    marks.push({
      rowId,
      customerId,
      id,
      label,
      outcome: refusal ? 'refused' : done ? 'changed' : 'same',
      code: refusal ?? null,
      before: done ? await context.sealing.seal(customerId, done.before) : null,
      version: done?.version ?? null,
    })
  return marks
}

/** Adds to the counts of a change what some rows came to. */
async function tally(context: Context, bulkId: string, step: BulkCounts['step'], rows: readonly Came[]): Promise<void> {
  await sql`insert into identity.bulk_tally as t (bulk_id, step, outcome, code, count)
    select ${bulkId}::uuid, ${step}, x.outcome, x.code, count(*) from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(outcome text, code text) group by x.outcome, x.code order by x.outcome, x.code
    on conflict (bulk_id, step, outcome, code) do update set count = t.count + excluded.count`.execute(context.tx)
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
