import type { ImportResult, RequestMapping } from '@parvandeh/contract'
import type { Context } from '../../../../platform/context.ts'
import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { writeAudit } from '../../../identity/index.ts'
import { announceImport } from '../announce.ts'
import { findImport, lockImport, noteLoaded, updateImport, waitForTurnToLoad } from '../imports.queries.ts'
import type { Import } from '../imports.queries.ts'
import {
  clearStaging,
  closeTickets,
  countCustomersWithRequests,
  countNewRows,
  fetchTicketRows,
  openTickets,
  rememberRows,
} from '../staging.queries.ts'
import type { NewRows, TicketRow } from '../staging.queries.ts'
import { openLoader } from './load-requests.ts'
import type { Loader } from './load-requests.ts'
import { ImportStopped } from './stopped.ts'
import { troubleWith } from './trouble.rules.ts'

const rowsAtOnce = 2000
const tellEveryMs = 1000

/**
 * Loads what was staged in one transaction: until it is done no screen shows any of it, and a stop leaves nothing. The
 * rows pass through in pieces, so that memory does not grow with the file.
 */
export async function loadStaged(tools: LongTools, importId: string): Promise<void> {
  const begun = Date.now()
  await tools.runAsSystem(async (context) => {
    await waitForTurnToLoad(context)
    const one = await requireLoading(context, importId)
    const found = await countNewRows(context, importId)
    const failure = troubleWith(found)
    if (failure) return announceImport(context, await updateImport(context, importId, { state: 'paused', failure, progress: null }))
    const loader = await loadTickets(context, tools, one, found)
    await finish(context, importId, { found, loader, seconds: secondsOf(one, begun) })
  })
}

/** From the start to now; an import that a person paused counts from where it went on. */
const secondsOf = (one: Import, begun: number): number => Math.round((Date.now() - Math.min(begun, +(one.started_at ?? begun))) / 100) / 10

async function requireLoading(context: Context, importId: string): Promise<Import & { mapping: RequestMapping }> {
  const one = await findImport(context, importId)
  if (one?.state !== 'loading' || !one.mapping || one.mapping.kind === 'customers' || one.mapping.kind === 'ledgers')
    throw new ImportStopped()
  return { ...one, mapping: one.mapping }
}

async function loadTickets(context: Context, tools: LongTools, one: Import & { mapping: RequestMapping }, found: NewRows): Promise<Loader> {
  const loader = openLoader(context, one)
  const tell = progressTeller(tools, one.id, found.rows)
  await openTickets(context, one.id)
  let pending: TicketRow[] = []
  for (let isLast = false; !isLast;) {
    const rows = await fetchTicketRows(context, rowsAtOnce)
    isLast = rows.length < rowsAtOnce
    pending.push(...rows)
    // The last request may go on in the rows to come.
    const open = isLast ? '' : pending.at(-1)?.ticket
    await loader.load(pending.filter((row) => isLast || row.ticket !== open))
    pending = isLast ? [] : pending.filter((row) => row.ticket === open)
    tools.signal.throwIfAborted()
    await requireLoading(context, one.id)
    await tell(loader)
  }
  await closeTickets(context)
  return loader
}

/** Tells from another connection how far loading has come: this one's writes are seen only when all is done. */
function progressTeller({ runAsSystem, log }: LongTools, importId: string, rows: number): (loader: Loader) => Promise<void> {
  let toldAt = Date.now()
  return async ({ counts }) => {
    if (Date.now() - toldAt < tellEveryMs) return
    toldAt = Date.now()
    try {
      await runAsSystem(async (context) => {
        await noteLoaded(context, importId, {
          rows_loaded: counts.rows,
          requests_loaded: counts.requests,
          progress: Math.min(1, counts.rows / Math.max(1, rows)),
        })
        const one = await findImport(context, importId)
        if (one) await announceImport(context, one)
      })
    } catch (error) {
      log.warn({ err: error, importId }, 'progress of an import was not noted')
    }
  }
}

async function finish(
  context: Context,
  importId: string,
  { found, loader, seconds }: { found: NewRows; loader: Loader; seconds: number },
): Promise<void> {
  const one = await lockImport(context, importId)
  if (one?.state !== 'loading' || !one.mapping) throw new ImportStopped()
  const result: ImportResult = {
    requests: loader.counts.requests,
    events: loader.counts.events,
    employees: loader.people.size,
    customers: found.customers,
    customersWithRequests: await countCustomersWithRequests(context, importId),
    products: loader.products.size,
    notClosed: loader.counts.notClosed,
    rowsRead: one.rows_read,
    rowsKnown: one.rows_known,
    rowsRefused: one.rows_refused,
    seconds,
  }
  await rememberRows(context, importId, one.mapping.source)
  await clearStaging(context, importId, { onlyLoaded: true })
  const done = await updateImport(context, importId, {
    state: 'done',
    result,
    rows_loaded: found.rows,
    requests_loaded: result.requests,
    progress: 1,
    finished_at: new Date(),
  })
  await writeAudit(context, { action: 'import.finished', subjectType: 'import', subjectId: importId, after: result })
  await announceImport(context, done)
}
