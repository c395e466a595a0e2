import { foldForStorage } from '@parvandeh/contract/persian'
import { Readable } from 'node:stream'
import { recordBlob } from '../../../platform/blobs/blob.queries.ts'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { insertDocument } from '../documents.queries.ts'
import type { DocumentRow } from '../documents.queries.ts'
import { recogniseType } from '../types/recognise-type.ts'
import { documentLine } from './document-line.ts'

/** A document of the past with its content. */
export interface PastDocument extends Pick<
  DocumentRow,
  'customerId' | 'name' | 'title' | 'accessClass' | 'unitId' | 'addedBy' | 'addedAt'
> {
  content: Uint8Array
}

/** Keeps documents of the past with their lines on the timelines. No rights are checked: the caller answers for those. */
export async function loadDocuments(context: Context, blobs: BlobStore, past: readonly PastDocument[]): Promise<void> {
  const rows: DocumentRow[] = []
  for (const { content, ...about } of past) {
    const name = foldForStorage(about.name) || 'file'
    const blob = await blobs.put(Readable.from([content]), 'application/octet-stream')
    const mediaType = await recogniseType(blobs, blob.sha256, name)
    await recordBlob(context, { ...blob, mediaType })
    rows.push({ ...about, id: newId(about.addedAt), name, sha256: blob.sha256, bytes: blob.bytes, mediaType, ownerId: about.addedBy })
    await insertDocument(context, rows[rows.length - 1]!)
  }
  await writeAudit(context, { action: 'documents.loaded', subjectType: 'document', after: { count: rows.length } })
  await context.publish('documents.history-loaded', { timeline: rows.map(documentLine) })
}
