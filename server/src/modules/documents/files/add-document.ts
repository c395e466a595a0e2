import type { QueryOf, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import { recordBlob } from '../../../platform/blobs/blob.queries.ts'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Upload } from '../../../platform/http/handlers.ts'
import { newId } from '../../../platform/ids.ts'
import { requireVisibleCustomer } from '../../customers/index.ts'
import { writeAudit } from '../../identity/index.ts'
import { insertDocument } from '../documents.queries.ts'
import type { DocumentRow } from '../documents.queries.ts'
import { recogniseType } from '../types/recognise-type.ts'
import { documentLine } from './document-line.ts'
import { presentDocument } from './present-document.ts'
import type { Document } from './present-document.ts'

/** Keeps an uploaded file on the customer's file. The content is already in the blob store. */
export async function addDocument(
  context: Context,
  blobs: BlobStore,
  customerId: string,
  { file, title, accessClass }: QueryOf<typeof contract.documents.add> & { file: Upload },
): Promise<Document> {
  const customer = await requireVisibleCustomer(context, customerId)
  if (!context.actor.fieldClasses.has(accessClass)) throw new AppError('not-permitted')
  if (file.bytes === 0) throw new AppError('file-empty')
  const name = foldForStorage(file.name) || 'file'
  const mediaType = await recogniseType(blobs, file.sha256, name)
  const row: DocumentRow = {
    id: newId(context.now),
    customerId: customer.customerId,
    sha256: file.sha256,
    name,
    mediaType,
    bytes: file.bytes,
    title: foldForStorage(title ?? '') || null,
    accessClass,
    unitId: context.actor.unitId ?? customer.unitId,
    ownerId: context.actor.personId,
    addedBy: context.actor.personId,
    addedAt: context.now,
  }
  await recordBlob(context, { ...file, mediaType })
  await insertDocument(context, row)
  await remember(context, row)
  return presentDocument(row)
}

async function remember(context: Context, row: DocumentRow): Promise<void> {
  const { id, customerId, unitId, ownerId, name, title, mediaType, bytes, accessClass, sha256 } = row
  await writeAudit(context, {
    action: 'document.added',
    subjectType: 'document',
    subjectId: id,
    customerId,
    after: { name, title, mediaType, bytes, accessClass, sha256 },
  })
  await context.publish('documents.added', { customerId, id, version: 1, unitId, ownerId, timeline: [documentLine(row)] })
}
