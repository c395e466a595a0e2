import type { RequestMapping } from '@parvandeh/contract'
import { createHash } from 'node:crypto'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { openTable, rowKeys, sentenceOfTableError, TableError } from '../../../../platform/tabular/index.ts'
import type { RowKey, TableRow } from '../../../../platform/tabular/index.ts'
import { announceImport } from '../announce.ts'
import { lockImport, updateImport } from '../imports.queries.ts'
import type { Import } from '../imports.queries.ts'
import { rowReader } from '../mapping/parse-row.rules.ts'
import type { ReadRow } from '../mapping/parse-row.rules.ts'
import { momentOf } from '../mapping/tell-request.rules.ts'
import type { ImportFailure } from '../../integrations.tables.ts'
import { stageRows } from '../staging.queries.ts'
import type { RowToStage } from '../staging.queries.ts'
import { refuseRemoved } from './refuse-removed.ts'
import { ImportStopped } from './stopped.ts'
import { nothingReadable } from './trouble.rules.ts'

const rowsAtOnce = 1000
const tellEveryMs = 1000

/**
 * Reads the file into staging, a thousand rows a transaction, each with the place where it ends: after a stop it goes
 * on behind the last. A file that breaks off leaves the import paused.
 */
export async function stageFile(tools: LongTools, blobs: BlobStore, one: Import): Promise<void> {
  const { mapping } = one
  if (!mapping || mapping.kind === 'customers' || mapping.kind === 'ledgers') throw new Error('an import without a mapping was started')
  const desk = stagingDesk(tools, one, mapping)
  try {
    const table = await openTable(blobs.pathOf(one.sha256), {
      signal: tools.signal,
      onRead: (bytes) => (desk.progress = Math.min(1, bytes / one.bytes)),
    })
    const read = rowReader(mapping, table.columns, one.started_at ?? one.created_at)
    const keyOf = keyMaker(mapping, table.columns)
    for await (const row of table.rows()) {
      // Rows before the stop are read again for their keys: the occurrence of a duplicate is counted from the first row.
      const rowKey = keyOf(row)
      if (row.number > desk.stagedTo) await desk.add(rowToStage(row, rowKey, read(row)))
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return desk.finish({ code: error.code, ...sentenceOfTableError(error) })
  }
  await desk.finish(null)
}

function keyMaker({ keyColumns }: RequestMapping, columns: readonly string[]): (row: TableRow) => string {
  const keys = rowKeys()
  const places = keyColumns.map((column) => columns.indexOf(column))
  return ({ cells }) => uuidOf(keys.next(places.length > 0 ? places.map((place) => cells[place] ?? '') : cells))
}

/** Sixteen bytes of key, in the form that the database keeps in sixteen bytes. */
function uuidOf({ contentHash, occurrence }: RowKey): string {
  const hex = createHash('sha256').update(`${contentHash}/${occurrence}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

function rowToStage({ number, line }: TableRow, rowKey: string, { parsed, faults }: ReadRow): RowToStage {
  if (!parsed) return { number, line, rowKey: null, ticket: null, at: null, cells: null, problems: faults }
  return { number, line, rowKey, ticket: parsed.number, at: momentOf(parsed), cells: parsed, problems: null }
}

/** Collects rows and stages them in batches, as long as the import is where this worker left it. */
function stagingDesk({ runAsSystem, signal }: LongTools, one: Import, mapping: RequestMapping) {
  let batch: RowToStage[] = []
  let toldAt = 0
  const desk = { stagedTo: one.staged_to, progress: 0, add, finish }

  async function add(row: RowToStage): Promise<void> {
    batch.push(row)
    if (batch.length >= rowsAtOnce) await flush()
  }

  async function flush(): Promise<void> {
    signal.throwIfAborted()
    const isDue = Date.now() - toldAt >= tellEveryMs
    await runAsSystem(async (context) => {
      const staged = await stageBatch(context, one.id, { mapping, batch, stagedTo: desk.stagedTo, progress: desk.progress })
      if (isDue) await announceImport(context, staged)
    })
    if (isDue) toldAt = Date.now()
    desk.stagedTo = batch.at(-1)?.number ?? desk.stagedTo
    batch = []
  }

  async function finish(failure: ImportFailure | null): Promise<void> {
    await flush()
    await runAsSystem(async (context) => {
      const staged = await held(context, one.id, desk.stagedTo)
      const trouble = failure ?? (staged.rows_refused > 0 && staged.rows_refused === staged.rows_read ? nothingReadable : null)
      const next = trouble ? { state: 'paused' as const, failure: trouble, progress: null } : { state: 'loading' as const, progress: 0 }
      await announceImport(context, await updateImport(context, one.id, { ...next, staged: failure === null }))
    })
  }

  return desk
}

async function stageBatch(
  context: Context,
  importId: string,
  { mapping, batch, stagedTo, progress }: { mapping: RequestMapping; batch: readonly RowToStage[]; stagedTo: number; progress: number },
): Promise<Import> {
  const one = await held(context, importId, stagedTo)
  if (batch.length === 0) return one
  const rows = await refuseRemoved(context, mapping, batch)
  const known = await stageRows(context, importId, mapping.source, rows)
  const refused = rows.filter((row) => row.problems !== null).length
  return updateImport(context, importId, {
    staged_to: batch.at(-1)?.number ?? stagedTo,
    rows_read: one.rows_read + batch.length,
    rows_known: one.rows_known + known,
    rows_refused: one.rows_refused + refused,
    progress,
  })
}

async function held(context: Context, importId: string, stagedTo: number): Promise<Import> {
  const one = await lockImport(context, importId)
  if (one?.state !== 'staging' || one.staged_to !== stagedTo) throw new ImportStopped()
  return one
}
