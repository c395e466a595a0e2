import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)

export interface SchemeRun {
  state: 'running' | 'done'
  afterId: string | null
  checked: number
  total: number
  changed: number
  startedAt: Date
  endedAt: Date | null
}

const columns = ['state', 'after_id as afterId', 'checked', 'total', 'changed', 'started_at as startedAt', 'ended_at as endedAt'] as const

export const readRun = (context: Context, schemeId: string): Promise<SchemeRun | undefined> =>
  tables(context).selectFrom('customers.scheme_run').select(columns).where('scheme_id', '=', schemeId).executeTakeFirst()

/** The run, held until the transaction ends. */
export const lockRun = (context: Context, schemeId: string): Promise<SchemeRun | undefined> =>
  tables(context).selectFrom('customers.scheme_run').select(columns).where('scheme_id', '=', schemeId).forUpdate().executeTakeFirst()

/** Begins from the first file, also where a run was under way. The total is the database's own estimate. */
export async function beginRun(context: Context, schemeId: string): Promise<void> {
  const found = await sql<{ total: number }>`
    select greatest(reltuples, 0)::int as total from pg_class where oid = 'customers.customer'::regclass`.execute(context.tx)
  const begun = { state: 'running' as const, after_id: null, checked: 0, total: found.rows[0]?.total ?? 0, changed: 0 }
  const times = { started_at: context.now, ended_at: null }
  await tables(context)
    .insertInto('customers.scheme_run')
    .values({ scheme_id: schemeId, ...begun, ...times })
    .onConflict((conflict) => conflict.column('scheme_id').doUpdateSet({ ...begun, ...times }))
    .execute()
}

export async function saveRun(context: Context, schemeId: string, run: SchemeRun): Promise<void> {
  await tables(context)
    .updateTable('customers.scheme_run')
    .set({
      state: run.state,
      after_id: run.afterId,
      checked: run.checked,
      total: Math.max(run.total, run.checked),
      changed: run.changed,
      ended_at: run.endedAt,
    })
    .where('scheme_id', '=', schemeId)
    .execute()
}

/** The files after one, in the order of their ids. */
export async function readIdsAfter({ tx }: Context, after: string | null, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select customer_id as id from customers.customer where ${after === null ? sql`true` : sql`customer_id > ${after}::uuid`}
    order by customer_id limit ${limit}`.execute(tx)
  return found.rows.map(({ id }) => id)
}
