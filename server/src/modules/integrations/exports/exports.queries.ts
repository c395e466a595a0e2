import { sql } from 'kysely'
import type { Selectable, Updateable } from 'kysely'
import { z } from 'zod'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import type { ExportTable, IntegrationsTables } from '../integrations.tables.ts'

export type Export = Selectable<ExportTable>

const tables = (context: Pick<Context, 'tx'>) => tablesOf<IntegrationsTables>(context)

type NewExport = Pick<Export, 'id' | 'list' | 'format' | 'locale' | 'person_id' | 'created_at' | 'filters' | 'columns'>

export const insertExport = (context: Context, { filters, columns, ...given }: NewExport): Promise<Export> =>
  tables(context)
    .insertInto('integrations.export')
    .values({ ...given, filters: JSON.stringify(filters), columns: JSON.stringify(columns), state: 'waiting', rows_written: 0 })
    .returningAll()
    .executeTakeFirstOrThrow()

/** An export of this person; others' are not there. */
export const findExport = (context: Context, id: string, personId: string): Promise<Export | undefined> =>
  tables(context).selectFrom('integrations.export').selectAll().where('id', '=', id).where('person_id', '=', personId).executeTakeFirst()

/** Any export, for the work itself, held until the transaction ends. */
export const lockExport = (context: Context, id: string): Promise<Export | undefined> =>
  tables(context).selectFrom('integrations.export').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function pageOfExports(
  context: Context,
  personId: string,
  { limit, after: key }: { limit: number; after?: string | undefined },
): Promise<{ rows: Export[]; next?: string }> {
  const after = decodeKey(key, z.tuple([z.iso.datetime(), z.uuid()]))
  let select = tables(context)
    .selectFrom('integrations.export')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) select = select.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return pageFrom(await select.execute(), limit, (row) => [row.created_at.toISOString(), row.id])
}

/** How many of a person's are being made. */
export async function countUnfinished(context: Context, personId: string): Promise<number> {
  const found = await tables(context)
    .selectFrom('integrations.export')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'working'])
    .executeTakeFirst()
  return found?.n ?? 0
}

type Change = Omit<Updateable<ExportTable>, 'id' | 'failure' | 'filters' | 'columns'> & { failure?: NonNullable<Export['failure']> }

export const updateExport = (context: Context, id: string, { failure, ...change }: Change): Promise<Export> =>
  tables(context)
    .updateTable('integrations.export')
    .set({ ...change, ...(failure && { failure: JSON.stringify(failure) }) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Notes how far writing has come, where it is still wanted; false where it is not. */
export async function noteWritten(context: Context, id: string, rows: number): Promise<boolean> {
  const done = await tables(context)
    .updateTable('integrations.export')
    .set({ rows_written: rows })
    .where('id', '=', id)
    .where('state', '=', 'working')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Those that were being made when their process came to its end. */
export const exportsAtWork = (context: Context): Promise<Export[]> =>
  tables(context).selectFrom('integrations.export').selectAll().where('state', 'in', ['waiting', 'working']).limit(1000).execute()

/** Finished ones whose days are over, or all finished ones. */
export async function exportsToForget(context: Context, before: Date | null, limit: number): Promise<Export[]> {
  let select = tables(context).selectFrom('integrations.export').selectAll().where('state', '=', 'done')
  if (before) select = select.where('expires_at', '<=', before)
  return select.orderBy('expires_at').limit(limit).execute()
}

/** Forgets the content: without its key nobody reads it, and the sweep removes it. */
export async function forgetContent(context: Context, { id, sha256 }: Export, state: 'discarded' | 'expired'): Promise<void> {
  await updateExport(context, id, { state, file_key: null, sha256: null })
  if (sha256 !== null) await sql`delete from platform.blob where sha256 = ${sha256}`.execute(context.tx)
}
