import type { CustomerCounts, CustomerMapping, ImportResult, LedgerCounts, LedgerMapping, RequestMapping } from '@parvandeh/contract'
import type { Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { visibleRows } from '../../identity/index.ts'
import type { ImportFailure, ImportState, ImportTable, IntegrationsTables, UndoCounts } from '../integrations.tables.ts'

export type Import = Selectable<ImportTable>

/** States in which a worker has something to do. */
export const atWork: readonly ImportState[] = ['staging', 'loading', 'checking', 'undoing']

const integrations = (context: Pick<Context, 'tx'>) => tablesOf<IntegrationsTables>(context)

type NewImport = Pick<Import, 'id' | 'kind' | 'file_name' | 'sha256' | 'bytes' | 'unit_id' | 'owner_id' | 'created_at'>

export async function insertImport(context: Context, given: NewImport): Promise<Import> {
  const nothingDone = {
    state: 'uploaded' as const,
    staged_to: 0,
    staged: false,
    rows_read: 0,
    rows_known: 0,
    rows_refused: 0,
    rows_loaded: 0,
    requests_loaded: 0,
  }
  return integrations(context)
    .insertInto('integrations.import')
    .values({ ...given, ...nothingDone })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The import, for those who may see it. */
export async function findImport(context: Context, importId: string): Promise<Import | undefined> {
  return integrations(context)
    .selectFrom('integrations.import as i')
    .selectAll()
    .where('i.id', '=', importId)
    .where(visibleRows(context.actor, 'imports.run', 'i'))
    .executeTakeFirst()
}

/** The same, held until the transaction ends, so that nobody moves it to another state meanwhile. */
export async function lockImport(context: Context, importId: string): Promise<Import | undefined> {
  return integrations(context)
    .selectFrom('integrations.import as i')
    .selectAll()
    .where('i.id', '=', importId)
    .where(visibleRows(context.actor, 'imports.run', 'i'))
    .forUpdate()
    .executeTakeFirst()
}

export async function pageOfImports(
  context: Context,
  { limit, after: key }: { limit: number; after?: string | undefined },
): Promise<{ rows: Import[]; next?: string }> {
  const after = decodeKey(key, z.tuple([z.iso.datetime(), z.uuid()]))
  let select = integrations(context)
    .selectFrom('integrations.import as i')
    .selectAll()
    .where(visibleRows(context.actor, 'imports.run', 'i'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) select = select.where(sql<boolean>`(i.created_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return pageFrom(await select.execute(), limit, (row) => [row.created_at.toISOString(), row.id])
}

type Change = Omit<Updateable<ImportTable>, 'id' | 'mapping' | 'failure' | 'result' | 'trial' | 'undone'> & {
  mapping?: RequestMapping | CustomerMapping | LedgerMapping
  failure?: ImportFailure | null
  result?: ImportResult | CustomerCounts | LedgerCounts | null
  trial?: CustomerCounts | LedgerCounts | null
  undone?: UndoCounts
}

const asJson = (value: object | null | undefined) => (value ? JSON.stringify(value) : null)

export async function updateImport(
  context: Context,
  importId: string,
  { mapping, failure, result, trial, undone, ...change }: Change,
): Promise<Import> {
  return integrations(context)
    .updateTable('integrations.import')
    .set({
      ...change,
      ...(mapping && { mapping: asJson(mapping) }),
      ...(failure !== undefined && { failure: asJson(failure) }),
      ...(result !== undefined && { result: asJson(result) }),
      ...(trial !== undefined && { trial: asJson(trial) }),
      ...(undone && { undone: asJson(undone) }),
    })
    .where('id', '=', importId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Notes how far loading has come; nothing where it has stopped meanwhile. Another connection's loading is not waited for. */
export async function noteLoaded(
  context: Context,
  importId: string,
  done: { rows_loaded: number; requests_loaded: number; progress: number },
): Promise<void> {
  await integrations(context)
    .updateTable('integrations.import')
    .set(done)
    .where('id', '=', importId)
    .where('state', '=', 'loading')
    .execute()
}

/** Imports that were at work when the process that did it came to its end. */
export async function importsAtWork(context: Context): Promise<Import[]> {
  return integrations(context).selectFrom('integrations.import').selectAll().where('state', 'in', atWork).limit(1000).execute()
}

/** One import loads at a time, so that two of the same customers do not wait for each other crosswise. Freed when the transaction ends. */
export async function waitForTurnToLoad(context: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(727065)`.execute(context.tx)
}

/**
 * Lets this transaction not wait for the disk: what is lost by a power cut is found again where the import goes on, since
 * the place where it stands is written in the same transaction.
 */
export async function commitInPassing(context: Context): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(context.tx)
}
