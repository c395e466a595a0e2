import type { LedgerCounts } from '@parvandeh/contract'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { openTable, sentenceOfTableError, TableError } from '../../../../platform/tabular/index.ts'
import type { TableRow } from '../../../../platform/tabular/index.ts'
import { writeAudit } from '../../../identity/index.ts'
import { loadLedger } from '../../../sales/index.ts'
import type { ImportFailure } from '../../integrations.tables.ts'
import { announceImport } from '../announce.ts'
import { asImporter } from '../customers/as-importer.ts'
import { lockImport, updateImport } from '../imports.queries.ts'
import type { Import } from '../imports.queries.ts'
import { ImportStopped } from '../run/stopped.ts'
import { nothingReadable } from '../run/trouble.rules.ts'
import { stageRows } from '../staging.queries.ts'
import type { CheckedLedgers } from './check-ledgers.rules.ts'
import { matchVouchers } from './match-vouchers.ts'
import type { MatchedRow } from './match-vouchers.ts'
import { ledgerReader } from './read-ledger.rules.ts'
import type { ReadLedgerRow } from './read-ledger.rules.ts'

const rowsAtOnce = 500
const tellEveryMs = 1000
const noVouchers: LedgerCounts = { entered: 0, known: 0, changed: 0, unmatched: 0, refused: 0, debit: 0, credit: 0 }

interface Waiting {
  row: TableRow
  read: ReadLedgerRow
}

/**
 * Takes a file of ledgers in, some hundreds of rows a transaction, each with the place where it ends: after a stop it
 * goes on behind the last, and what is in stays in. While `checking` the same is done without writing an entry.
 */
export async function loadLedgers(tools: LongTools, blobs: BlobStore, one: Import): Promise<void> {
  const mapping = one.mapping as CheckedLedgers | null
  if (mapping?.kind !== 'ledgers') throw new Error('an import of ledgers without a mapping was started')
  const desk = loadingDesk(tools, one, mapping)
  try {
    const table = await openTable(blobs.pathOf(one.sha256), {
      signal: tools.signal,
      onRead: (bytes) => (desk.progress = Math.min(1, bytes / one.bytes)),
    })
    const read = ledgerReader(mapping, table.columns, (one.started_at ?? one.created_at).toISOString().slice(0, 10))
    for await (const row of table.rows()) {
      // Rows before the stop are read again: which of several with one number a row is, is counted from the first.
      const voucher = read(row)
      if (row.number > desk.doneTo) await desk.add({ row, read: voucher })
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return desk.finish({ code: error.code, ...sentenceOfTableError(error) })
  }
  await desk.finish(null)
}

/** Collects rows and takes them in by batches, as long as the import is where this worker left it. */
function loadingDesk({ runAsSystem, signal }: LongTools, one: Import, mapping: CheckedLedgers) {
  let batch: Waiting[] = []
  let toldAt = 0
  const desk = { doneTo: one.staged_to, progress: 0, add, finish }

  async function add(row: Waiting): Promise<void> {
    batch.push(row)
    if (batch.length >= rowsAtOnce) await flush()
  }

  async function flush(): Promise<void> {
    signal.throwIfAborted()
    const isDue = Date.now() - toldAt >= tellEveryMs
    await runAsSystem(async (context) => {
      const held = await hold(context, one, desk.doneTo)
      if (batch.length === 0) return
      const after = await dealWith(context, held, { batch, mapping, progress: desk.progress })
      if (isDue) await announceImport(context, after)
    })
    if (isDue) toldAt = Date.now()
    desk.doneTo = batch.at(-1)?.row.number ?? desk.doneTo
    batch = []
  }

  async function finish(failure: ImportFailure | null): Promise<void> {
    await flush()
    await runAsSystem(async (context) => {
      const held = await hold(context, one, desk.doneTo)
      const counts = countsOf(held)
      const trouble = failure ?? (counts.refused > 0 && counts.refused === held.rows_read ? nothingReadable : null)
      await announceImport(context, trouble ? await pause(context, held, trouble) : await conclude(context, held, counts))
    })
  }

  return desk
}

const pause = (context: Context, held: Import, failure: ImportFailure) =>
  updateImport(context, held.id, { state: 'paused', step: held.state, failure, progress: null })

const countsOf = (held: Import): LedgerCounts => ({
  ...noVouchers,
  ...((held.state === 'checking' ? held.trial : held.result) as LedgerCounts | null),
})

async function conclude(context: Context, held: Import, after: LedgerCounts): Promise<Import> {
  const isTrial = held.state === 'checking'
  await writeAudit(context, { action: isTrial ? 'import.checked' : 'import.finished', subjectType: 'import', subjectId: held.id, after })
  return updateImport(context, held.id, {
    state: isTrial ? 'checked' : 'done',
    progress: 1,
    ...(isTrial ? {} : { finished_at: new Date() }),
  })
}

interface Dealing {
  batch: readonly Waiting[]
  mapping: CheckedLedgers
  progress: number
}

async function dealWith(context: Context, held: Import, { batch, mapping, progress }: Dealing): Promise<Import> {
  const isTrial = held.state === 'checking'
  const importer = await asImporter(context, held)
  const rows = await matchVouchers(
    importer,
    mapping.source,
    batch.map(({ read }) => read),
  )
  const entries = rows.flatMap(({ entry }) => entry ?? [])
  if (!isTrial) await loadLedger(importer, entries, { source: 'import', importId: held.id, personId: held.owner_id })
  const counts = added(countsOf(held), rows)
  const problems = rows.flatMap(({ faults }, place) => {
    const row = batch[place]?.row
    if (!row || faults.length === 0) return []
    return [{ number: row.number, line: row.line, rowKey: null, ticket: null, at: null, cells: null, problems: faults }]
  })
  if (problems.length > 0) await stageRows(context, held.id, mapping.source, problems)
  return updateImport(context, held.id, {
    staged_to: batch.at(-1)?.row.number ?? held.staged_to,
    rows_read: held.rows_read + batch.length,
    rows_refused: counts.refused + counts.unmatched + counts.changed,
    rows_known: counts.known,
    rows_loaded: isTrial ? 0 : counts.entered,
    progress,
    ...(isTrial ? { trial: counts } : { result: counts }),
  })
}

function added(before: LedgerCounts, rows: readonly MatchedRow[]): LedgerCounts {
  const counts = { ...before }
  for (const { outcome, entry } of rows) {
    counts[outcome] += 1
    if (entry) counts[entry.side === 'credit' ? 'credit' : 'debit'] += entry.amount
  }
  return counts
}

async function hold(context: Context, one: Import, doneTo: number): Promise<Import> {
  const held = await lockImport(context, one.id)
  if (held?.state !== one.state || held.staged_to !== doneTo) throw new ImportStopped()
  return held
}
