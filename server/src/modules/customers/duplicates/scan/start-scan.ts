import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import { newId } from '../../../../platform/ids.ts'
import { writeAudit } from '../../../identity/index.ts'
import type { ScanRow } from '../duplicates.tables.ts'
import { forgetDue } from '../keys.queries.ts'
import { announceScan, presentScan } from './present-scan.ts'
import { countFiles, insertScan, lockScan, readScan, updateScan } from './scan.queries.ts'

type Start = typeof contract.duplicates.startScan

/** The scan under way, or the last one. */
export async function showScan(context: Context): Promise<AnswerOf<typeof contract.duplicates.scan>> {
  const scan = await readScan(context)
  return { scan: scan ? presentScan(scan) : null }
}

/** Starts a scan of all files, pauses the one under way, or goes on with it. One goes on at a time. */
export async function controlScan(context: Context, { what }: BodyOf<Start>): Promise<AnswerOf<Start>> {
  const scan = what === 'start' ? await startScan(context) : await turnScan(context, what)
  await writeAudit(context, { action: `duplicates.scan-${what}`, subjectType: 'customer', after: { scanId: scan.id } })
  await announceScan(context, scan.id, scan.state === 'working')
  return presentScan(scan)
}

/** Begins a scan of all files, on its way when it is announced. */
async function startScan(context: Context): Promise<ScanRow> {
  const [files, before] = [await countFiles(context), await readScan(context)]
  const scan: ScanRow = {
    id: newId(context.now),
    state: 'working',
    started_at: context.now,
    started_by: context.actor.personId,
    finished_at: null,
    keys_until: null,
    // Once a scan has been through, keys follow each write.
    keys_done: before?.state === 'done',
    files,
    files_done: 0,
    parts: Math.min(4096, Math.max(4, Math.ceil(files / 1500))),
    parts_done: 0,
    compared: 0,
    found: 0,
  }
  if (!(await insertScan(context, scan))) throw new AppError('already-exists')
  if (scan.keys_done) await forgetDue(context)
  return scan
}

async function turnScan(context: Context, what: 'pause' | 'resume'): Promise<ScanRow> {
  const last = await readScan(context)
  const scan = last && (await lockScan(context, last.id))
  const [from, to] = what === 'pause' ? (['working', 'paused'] as const) : (['paused', 'working'] as const)
  if (scan?.state !== from) throw new AppError('nothing-to-undo')
  await updateScan(context, { id: scan.id, state: to })
  return { ...scan, state: to }
}
