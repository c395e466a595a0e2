import type { BlobStore, StoredBlob } from '../../../platform/blobs/blob-store.ts'
import { recordBlob } from '../../../platform/blobs/blob.queries.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { openTable, sentenceOfTableError, TableError } from '../../../platform/tabular/index.ts'
import { rootUnit, writeAudit } from '../../identity/index.ts'
import { announceImport } from './announce.ts'
import { insertImport } from './imports.queries.ts'
import type { Import } from './imports.queries.ts'
import type { ImportKind } from '../integrations.tables.ts'

/** Takes in a file that is in the blob store. What is no table is refused at once, with the reason. */
export async function uploadImport(
  context: Context,
  blobs: BlobStore,
  file: StoredBlob & { name: string },
  kind: ImportKind,
): Promise<Import> {
  await refuseUnlessTable(context, blobs.pathOf(file.sha256))
  await recordBlob(context, file)
  const { personId, unitId } = context.actor
  const one = await insertImport(context, {
    id: newId(context.now),
    kind,
    file_name: file.name,
    sha256: file.sha256,
    bytes: file.bytes,
    // What names no unit belongs to the importer's, and from the command line to the unit at the top.
    unit_id: unitId ?? (await rootUnit(context)),
    owner_id: personId,
    created_at: context.now,
  })
  const after = { kind, fileName: one.file_name, bytes: one.bytes, sha256: one.sha256 }
  await writeAudit(context, { action: 'import.uploaded', subjectType: 'import', subjectId: one.id, after })
  await announceImport(context, one)
  return one
}

async function refuseUnlessTable(context: Context, path: string): Promise<void> {
  try {
    await openTable(path)
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    throw new AppError('table-unreadable', {
      problems: [{ field: 'file', code: error.code, message: sentenceOfTableError(error)[context.locale] }],
    })
  }
}
