import { exportKeptDays } from '@parvandeh/contract'
import { Readable } from 'node:stream'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import { recordBlob } from '../../../platform/blobs/blob.queries.ts'
import { newContentKey, sealed } from '../../../platform/blobs/sealed-content.ts'
import { isOutOfReach } from '../../../platform/database/failure-names.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { sentenceOfTableError, TableError } from '../../../platform/tabular/index.ts'
import { countTakenOut, takeOutCustomers } from '../../customers/index.ts'
import type { Reader } from '../../customers/index.ts'
import { writeAudit } from '../../identity/index.ts'
import { asImporter } from '../imports/customers/as-importer.ts'
import type { ImportFailure } from '../integrations.tables.ts'
import { announceExport } from './announce-export.ts'
import { exportsAtWork, lockExport, noteWritten, updateExport } from './exports.queries.ts'
import type { Export } from './exports.queries.ts'

const mostCounted = 10_000_000
const dayMs = 86_400_000
const tellEveryMs = 1000

/** The export is no longer wanted. */
class ExportStopped extends Error {}

/**
 * Writes a list into a file, some hundreds of rows a transaction, under the rights that whoever asked has by then. Begun
 * again after a stop it is written anew, from the first row.
 */
export async function runExport(tools: LongTools, blobs: BlobStore, exportId: string): Promise<void> {
  const one = await tools.runAsSystem(async (context) => {
    const held = await lockExport(context, exportId)
    return held?.state === 'waiting' || held?.state === 'working'
      ? updateExport(context, exportId, { state: 'working', rows_written: 0 })
      : undefined
  })
  if (!one) return
  try {
    await write(tools, blobs, one)
  } catch (error) {
    if (error instanceof ExportStopped) return
    if (tools.signal.aborted || isOutOfReach(error)) throw error
    const failure = failureOf(error)
    if (failure === unexpected) tools.log.error({ err: error, exportId }, 'an export failed')
    await end(tools, one, { state: 'failed', failure })
  }
}

async function write(tools: LongTools, blobs: BlobStore, one: Export): Promise<void> {
  const read: Reader = (command) =>
    tools.runAsSystem(async (context) => command({ ...(await asImporter(context, { owner_id: one.person_id })), locale: one.locale }))
  const { filters } = one
  const total = await read((context) => countTakenOut(context, filters, mostCounted))
  await tools.runAsSystem((context) => updateExport(context, one.id, { total }))
  const counting = counter(tools, one)
  const { download, columns } = await takeOutCustomers(counting.read(read), {
    ...filters,
    format: one.format,
    columns: one.columns.length > 0 ? one.columns : undefined,
  })
  const key = newContentKey()
  const content = download.content instanceof Readable ? download.content : Readable.from([Buffer.from(download.content)])
  const stored = await blobs.put(sealed(content, key), 'application/octet-stream')
  await tools.runAsSystem(async (context) => {
    await recordBlob(context, stored)
    await writeAudit(context, {
      action: 'export.finished',
      subjectType: 'export',
      subjectId: one.id,
      after: { filters, columns, format: one.format, count: counting.rows(), byPerson: one.person_id },
    })
  })
  const file = { file_name: download.fileName, media_type: download.mediaType, sha256: stored.sha256, bytes: stored.bytes, file_key: key }
  await end(tools, one, { state: 'done', rows_written: counting.rows(), ...file })
}

/** Notes from time to time how many rows are written, and stops where nobody wants them any more. */
function counter(tools: LongTools, one: Export) {
  let rows = 0
  let toldAt = Date.now()
  const tell = async () => {
    if (Date.now() - toldAt < tellEveryMs) return
    toldAt = Date.now()
    const isWanted = await tools.runAsSystem(async (context) => {
      const wanted = await noteWritten(context, one.id, rows)
      if (wanted) await announceExport(context, { ...one, state: 'working', rows_written: rows })
      return wanted
    })
    if (!isWanted) throw new ExportStopped()
  }
  const counted =
    (read: Reader): Reader =>
    async (command) => {
      tools.signal.throwIfAborted()
      const piece = await read(command)
      if (typeof piece === 'object' && piece !== null && 'files' in piece && Array.isArray(piece.files)) rows += piece.files.length
      await tell()
      return piece
    }
  return { read: counted, rows: () => rows }
}

async function end(tools: LongTools, one: Export, change: Parameters<typeof updateExport>[2]): Promise<void> {
  await tools.runAsSystem(async (context) => {
    const held = await lockExport(context, one.id)
    if (held?.state !== 'working') return
    const finished = { finished_at: context.now, expires_at: new Date(context.now.getTime() + exportKeptDays * dayMs) }
    await announceExport(context, await updateExport(context, one.id, { ...change, ...finished }))
  })
}

const unexpected: ImportFailure = {
  code: 'unexpected',
  fa: 'خطای پیش‌بینی‌نشده‌ای رخ داد و ثبت شد. دوباره خروجی بگیرید.',
  en: 'Something unexpected went wrong and was logged. Take the list out again.',
}

const failureOf = (error: unknown): ImportFailure =>
  error instanceof TableError ? { code: error.code, ...sentenceOfTableError(error) } : unexpected

/** Takes up again the exports that a process left in the middle of its work when it was killed. */
export async function resumeExports({ runAsSystem }: Pick<LongTools, 'runAsSystem'>): Promise<void> {
  await runAsSystem(async (context) => {
    for (const one of await exportsAtWork(context)) await announceExport(context, one, { work: true })
  })
}
