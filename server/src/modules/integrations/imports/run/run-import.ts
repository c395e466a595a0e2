import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import { sqlState } from '../../../../platform/database/failure-names.ts'
import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { announceImport } from '../announce.ts'
import { loadCustomers } from '../customers/load-customers.ts'
import { undoCustomers } from '../customers/undo-customers.ts'
import { loadLedgers } from '../ledgers/load-ledgers.ts'
import { undoLedgers } from '../ledgers/undo-ledgers.ts'
import { atWork, findImport, importsAtWork, lockImport, updateImport } from '../imports.queries.ts'
import type { Import } from '../imports.queries.ts'
import { loadStaged } from './load-staged.ts'
import { stageFile } from './stage-file.ts'
import { ImportStopped } from './stopped.ts'

/**
 * Does what an import's state asks for: stages its file, then loads what was staged. Begun again after a stop it goes
 * on where it was; begun twice, the second leaves the work to the first.
 */
export async function runImport(tools: LongTools, blobs: BlobStore, importId: string): Promise<void> {
  try {
    const one = await tools.runAsSystem((context) => findImport(context, importId))
    if (one?.kind === 'customers') return await workOnCustomers(tools, blobs, one)
    if (one?.kind === 'ledgers') return await workOnLedgers(tools, blobs, one)
    if (one?.state === 'staging') await stageFile(tools, blobs, one)
    const staged = await tools.runAsSystem((context) => findImport(context, importId))
    if (staged?.state === 'loading') await loadStaged(tools, importId)
  } catch (error) {
    if (error instanceof ImportStopped) return
    // The queue tries again what a shutdown or a lost database broke off.
    if (tools.signal.aborted || isPassing(error)) throw error
    tools.log.error({ err: error, importId }, 'import failed')
    await tools.runAsSystem(async (context) => {
      const one = await lockImport(context, importId)
      if (!one || !atWork.includes(one.state)) return
      const failure = one.kind !== 'requests' ? unexpectedWithin : unexpected
      await announceImport(context, await updateImport(context, importId, { state: 'failed', step: one.state, failure, progress: null }))
    })
  }
}

async function workOnCustomers(tools: LongTools, blobs: BlobStore, one: Import): Promise<void> {
  if (one.state === 'checking' || one.state === 'loading') await loadCustomers(tools, blobs, one)
  if (one.state === 'undoing') await undoCustomers(tools, one)
}

async function workOnLedgers(tools: LongTools, blobs: BlobStore, one: Import): Promise<void> {
  if (one.state === 'checking' || one.state === 'loading') await loadLedgers(tools, blobs, one)
  if (one.state === 'undoing') await undoLedgers(tools, one)
}

const unexpectedWithin = {
  code: 'unexpected',
  fa: 'خطای پیش‌بینی‌نشده‌ای رخ داد و ثبت شد. آنچه تا اینجا انجام شده بود مانده است.',
  en: 'Something unexpected went wrong and was logged. What was done until then stays.',
}

const unexpected = {
  code: 'unexpected',
  fa: 'خطای پیش‌بینی‌نشده‌ای رخ داد و ثبت شد. چیزی از این فایل وارد پرونده‌ها نشده است.',
  en: 'Something unexpected went wrong and was logged. Nothing of this file has come into any customer’s file.',
}

/** Lost connections, a server that stops or is out of resources, deadlocks that came back: not the import's fault. */
const isPassing = (error: unknown): boolean => {
  const state = sqlState(error)
  if (state !== undefined) return /^(08|40|53|57)/u.test(state) && state !== '57014'
  return /connection terminated|timeout exceeded when trying to connect|ECONN/iu.test(
    error instanceof Error ? `${error.message} ${(error as { code?: string }).code ?? ''}` : '',
  )
}

/** Takes up again the imports that a process left in the middle of its work when it was killed. */
export async function resumeInterrupted({ runAsSystem }: Pick<LongTools, 'runAsSystem'>): Promise<void> {
  await runAsSystem(async (context) => {
    for (const one of await importsAtWork(context)) await announceImport(context, one, { work: true })
  })
}
