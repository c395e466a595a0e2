import type { CustomerCounts, CustomerMapping } from '@parvandeh/contract'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { openTable, sentenceOfTableError, TableError } from '../../../../platform/tabular/index.ts'
import type { TableRow } from '../../../../platform/tabular/index.ts'
import { keysOfRow, takeIn, tryIntake } from '../../../customers/index.ts'
import type { IntakeOutcome } from '../../../customers/index.ts'
import { writeAudit } from '../../../identity/index.ts'
import type { ImportFailure } from '../../integrations.tables.ts'
import { announceImport } from '../announce.ts'
import { commitInPassing, lockImport, updateImport } from '../imports.queries.ts'
import type { Import } from '../imports.queries.ts'
import { ImportStopped } from '../run/stopped.ts'
import { nothingReadable } from '../run/trouble.rules.ts'
import { stageRows } from '../staging.queries.ts'
import { asImporter } from './as-importer.ts'
import { addOutcome, noCounts, rulesOf } from './count-outcomes.rules.ts'
import { faultOfOutcome } from './customer-faults.rules.ts'
import { insertRecords } from './customer-files.queries.ts'
import { openLookups } from './open-lookups.ts'
import { customerReader } from './read-customer.ts'
import type { ReadCustomer } from './read-customer.ts'
import { SeenKeys } from './seen-keys.ts'

const rowsAtOnce = 1000
const tellEveryMs = 1000

interface Waiting extends ReadCustomer {
  number: number
  line: number
  repeated: boolean
}

/**
 * Takes a file of customers in, some hundreds of rows a transaction, each with the place where it ends: after a stop it goes
 * on behind the last, and what is in stays in. While `checking` the same is done without writing a file.
 */
export async function loadCustomers(tools: LongTools, blobs: BlobStore, one: Import): Promise<void> {
  const mapping = one.mapping as CustomerMapping | null
  if (mapping?.kind !== 'customers') throw new Error('an import of customers without a mapping was started')
  const desk = loadingDesk(tools, one, mapping)
  const rules = rulesOf(mapping, one)
  const seen = new SeenKeys()
  try {
    const table = await openTable(blobs.pathOf(one.sha256), {
      signal: tools.signal,
      onRead: (bytes) => (desk.progress = Math.min(1, bytes / one.bytes)),
    })
    const lookups = await tools.runAsSystem(openLookups)
    const read = customerReader(mapping, table.columns, lookups, (one.started_at ?? one.created_at).toISOString().slice(0, 10))
    for await (const row of table.rows()) {
      const customer = read(row)
      // Rows before the stop are read again for their keys: which rows repeat others is counted from the first.
      const repeated = customer.row !== undefined && seen.isRepeated(keysOfRow(customer.row, rules))
      if (row.number > desk.doneTo) await desk.add(waiting(row, customer, repeated))
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return desk.finish({ code: error.code, ...sentenceOfTableError(error) })
  }
  await desk.finish(null)
}

const waiting = ({ number, line }: TableRow, customer: ReadCustomer, repeated: boolean): Waiting => ({
  ...customer,
  number,
  line,
  repeated,
})

/**
 * Collects rows and takes them in by batches, as long as the import is where this worker left it. While the database is
 * at one batch the next is read: no more than two are held at any time.
 */
function loadingDesk({ runAsSystem, signal }: LongTools, one: Import, mapping: CustomerMapping) {
  let batch: Waiting[] = []
  let underWay: Promise<void> = Promise.resolve()
  let toldAt = 0
  const desk = { doneTo: one.staged_to, progress: 0, add, finish }

  async function add(row: Waiting): Promise<void> {
    batch.push(row)
    if (batch.length >= rowsAtOnce) await begin()
  }

  /** Waits for the batch before, and begins with this one. */
  async function begin(): Promise<void> {
    await underWay
    signal.throwIfAborted()
    const full = batch
    batch = []
    underWay = flush(full)
    // Whoever waits for it next hears of its failure.
    underWay.catch(() => undefined)
  }

  async function flush(rows: readonly Waiting[]): Promise<void> {
    const isDue = Date.now() - toldAt >= tellEveryMs
    await runAsSystem(async (context) => {
      const held = await hold(context, one, desk.doneTo)
      if (rows.length === 0) return
      await commitInPassing(context)
      const after = await dealWith(context, held, { batch: rows, mapping, progress: desk.progress })
      if (isDue) await announceImport(context, after)
    })
    if (isDue) toldAt = Date.now()
    desk.doneTo = rows.at(-1)?.number ?? desk.doneTo
  }

  async function finish(failure: ImportFailure | null): Promise<void> {
    await begin()
    await underWay
    await runAsSystem(async (context) => {
      const held = await hold(context, one, desk.doneTo)
      const trouble = failure ?? (held.rows_refused > 0 && held.rows_refused === held.rows_read ? nothingReadable : null)
      if (trouble) {
        await announceImport(
          context,
          await updateImport(context, one.id, { state: 'paused', step: held.state, failure: trouble, progress: null }),
        )
        return
      }
      await announceImport(context, await conclude(context, held))
    })
  }

  return desk
}

async function conclude(context: Context, held: Import): Promise<Import> {
  const isTrial = held.state === 'checking'
  const done = await updateImport(context, held.id, {
    state: isTrial ? 'checked' : 'done',
    progress: 1,
    ...(isTrial ? {} : { finished_at: new Date() }),
  })
  const after = { ...((isTrial ? held.trial : held.result) as CustomerCounts | null) }
  await writeAudit(context, { action: isTrial ? 'import.checked' : 'import.finished', subjectType: 'import', subjectId: held.id, after })
  return done
}

interface Dealing {
  batch: readonly Waiting[]
  mapping: CustomerMapping
  progress: number
}

async function dealWith(context: Context, held: Import, { batch, mapping, progress }: Dealing): Promise<Import> {
  const isTrial = held.state === 'checking'
  const importer = await asImporter(context, held)
  const rules = rulesOf(mapping, held)
  const rows = batch.flatMap(({ row, repeated }) => (row && !(isTrial && repeated) ? [row] : []))
  const { outcomes, records } = isTrial
    ? { outcomes: await tryIntake(importer, rows, rules), records: [] }
    : await takeIn(importer, rows, rules, held.id)
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.number, outcome]))
  const counts = { ...noCounts, ...((isTrial ? held.trial : held.result) as CustomerCounts | null) }
  const problems = batch.flatMap((one) => {
    const outcome = outcomeOf.get(one.number)
    addOutcome(counts, one, outcome)
    const faults = [...one.faults, ...faultsOf(outcome)]
    return faults.length === 0
      ? []
      : [{ number: one.number, line: one.line, rowKey: null, ticket: null, at: null, cells: null, problems: faults }]
  })
  await insertRecords(context, held.id, records)
  if (problems.length > 0) await stageRows(context, held.id, mapping.source, problems)
  return updateImport(context, held.id, {
    staged_to: batch.at(-1)?.number ?? held.staged_to,
    rows_read: held.rows_read + batch.length,
    rows_refused: counts.refused + counts.ambiguous,
    rows_loaded: isTrial ? 0 : counts.created + counts.updated + counts.same + counts.repeated,
    progress,
    ...(isTrial ? { trial: counts } : { result: counts }),
  })
}

const faultsOf = (outcome: IntakeOutcome | undefined) => {
  const fault = outcome && faultOfOutcome(outcome)
  return fault ? [fault] : []
}

async function hold(context: Context, one: Import, doneTo: number): Promise<Import> {
  const held = await lockImport(context, one.id)
  if (held?.state !== one.state || held.staged_to !== doneTo) throw new ImportStopped()
  return held
}
