import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import { unsealed } from '../../../platform/blobs/sealed-content.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { writeAudit } from '../../identity/index.ts'
import { requireExport } from './require-export.ts'

/** The file of an export, for its owner, as long as it is kept; that it was fetched is put on record. */
export async function fetchExport(context: Context, blobs: BlobStore, exportId: string): Promise<Download> {
  const one = await requireExport(context, exportId)
  if (one.state !== 'done' || one.sha256 === null || one.file_key === null) throw new AppError('not-found')
  await writeAudit(context, {
    action: 'export.fetched',
    subjectType: 'export',
    subjectId: one.id,
    after: { rows: one.rows_written, fileName: one.file_name },
  })
  return {
    mediaType: one.media_type ?? 'application/octet-stream',
    fileName: one.file_name,
    content: unsealed(blobs.open(one.sha256), one.file_key),
  }
}
