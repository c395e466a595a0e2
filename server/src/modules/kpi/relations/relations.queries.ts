import type { guardedAttributes } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { readableClasses } from '../../identity/index.ts'
import type { Relation, Run, Tested } from './relations.types.ts'

export type Guarded = (typeof guardedAttributes)[number]

interface RunRow extends Omit<Run, 'askedAt' | 'endedAt'> {
  askedAt: Date
  endedAt: Date | null
}

export type RelationRow = Omit<Relation, 'testedAt' | 'judgedAt' | 'changed'> & {
  testedAt: Date
  judgedAt: Date | null
  judgedValue: number | null
}

const runColumns = sql`id, state, asked_by as "askedBy", asked_at as "askedAt", ended_at as "endedAt", share, files, tests`
const columns = sql`id, attribute, attribute_name as "attributeName", behaviour, access_class as "accessClass", n, groups, effect, value, low, high,
  p, q, method, tested_at as "testedAt", verdict, note, judged_by as "judgedBy", judged_at as "judgedAt", judged_value as "judgedValue", version`

export async function newestRun(context: Context): Promise<RunRow | undefined> {
  const found = await sql<RunRow>`select ${runColumns} from kpi.relation_run order by asked_at desc, id desc limit 1`.execute(context.tx)
  return found.rows[0]
}

export async function insertRun(context: Context): Promise<RunRow> {
  const id = newId(context.now)
  const made = await sql<RunRow>`
    insert into kpi.relation_run (id, state, asked_by, asked_at, share, files, tests)
    values (${id}, 'waiting', ${context.actor.personId}, ${context.now}, 0, 0, 0) returning ${runColumns}`.execute(context.tx)
  const [run] = made.rows
  if (!run) throw new Error('a run was not kept')
  return run
}

/** Keeps how far a run has come. */
export async function markRun(
  context: Context,
  runId: string,
  { state, share, files = null, tests = null }: { state: Run['state']; share: number; files?: number | null; tests?: number | null },
): Promise<void> {
  const ended = state === 'done' || state === 'failed' ? context.now : null
  await sql`update kpi.relation_run set state = ${state}, share = ${share}, files = coalesce(${files}, files), tests = coalesce(${tests}, tests),
    ended_at = ${ended} where id = ${runId}`.execute(context.tx)
}

/** Keeps what a run has found in place of what was found before; verdicts stay. What could not be tested any more goes, unless somebody judged it. */
export async function storeRelations(context: Context, runId: string, tested: readonly Tested[]): Promise<void> {
  const rows = tested.map((one) => ({ ...one, id: newId(context.now) }))
  await sql`
    insert into kpi.relation (id, attribute, attribute_name, behaviour, access_class, run_id, n, groups, effect, value, low, high, p, q, method, tested_at, version)
    select id, attribute, "attributeName", behaviour, "accessClass", ${runId}::uuid, n, groups, effect, value, low, high, p, q, method, ${context.now}::timestamptz, 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
      (id uuid, attribute text, "attributeName" text, behaviour text, "accessClass" text, n int, groups jsonb, effect text,
       value float8, low float8, high float8, p float8, q float8, method text)
    on conflict (attribute, behaviour) do update set attribute_name = excluded.attribute_name, access_class = excluded.access_class,
      run_id = excluded.run_id, n = excluded.n, groups = excluded.groups, effect = excluded.effect, value = excluded.value, low = excluded.low,
      high = excluded.high, p = excluded.p, q = excluded.q, method = excluded.method, tested_at = excluded.tested_at`.execute(context.tx)
  await sql`delete from kpi.relation where run_id <> ${runId} and verdict is null`.execute(context.tx)
}

/** Relations of attributes that the actor may read, the surest first. */
export async function readRelations(
  context: Context,
  asked: { verdict: 'open' | 'accepted' | 'rejected'; below: number },
): Promise<RelationRow[]> {
  const judged = asked.verdict === 'open' ? sql`verdict is null` : sql`verdict = ${asked.verdict}`
  const found = await sql<RelationRow>`
    select ${columns} from kpi.relation where ${judged} and (q < ${asked.below} or verdict is not null)
      and access_class = any(${readableClasses(context.actor)}::text[])
    order by q, abs(value) desc, id limit 500`.execute(context.tx)
  return found.rows
}

export async function lockRelation(context: Context, id: string): Promise<RelationRow | undefined> {
  const found = await sql<RelationRow>`
    select ${columns} from kpi.relation where id = ${id} and access_class = any(${readableClasses(context.actor)}::text[]) for update`.execute(
    context.tx,
  )
  return found.rows[0]
}

export async function storeVerdict(context: Context, row: RelationRow): Promise<void> {
  await sql`update kpi.relation set verdict = ${row.verdict}, note = ${row.note}, judged_by = ${row.judgedBy}, judged_at = ${row.judgedAt},
    judged_value = ${row.judgedValue}, version = ${row.version} where id = ${row.id}`.execute(context.tx)
}

export interface GuardedRow {
  attribute: Guarded
  allowed: boolean
  reason: string | null
  by: string | null
  at: Date
}

export async function readGuarded(context: Context): Promise<Map<string, GuardedRow>> {
  const found = await sql<GuardedRow>`
    select attribute, allowed, reason, set_by as by, set_at as at from kpi.guarded_attribute`.execute(context.tx)
  return new Map(found.rows.map((row) => [row.attribute, row]))
}

export async function storeGuarded(
  context: Context,
  { attribute, allowed, reason }: Pick<GuardedRow, 'attribute' | 'allowed' | 'reason'>,
): Promise<void> {
  await sql`
    insert into kpi.guarded_attribute (attribute, allowed, reason, set_by, set_at)
    values (${attribute}, ${allowed}, ${reason}, ${context.actor.personId}, ${context.now})
    on conflict (attribute) do update set allowed = excluded.allowed, reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
    context.tx,
  )
  // What was found of it is not kept where it is no longer allowed.
  if (!allowed) await sql`delete from kpi.relation where attribute = ${attribute}`.execute(context.tx)
}
