import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { contentPolicyOf, isPreviewable, servedType } from '../types/shown-types.rules.ts'
import { rememberReading } from './remember-reading.ts'
import { requireDocumentRow } from './require-visible-document.ts'

/** Sends a document's content: as an attachment, or shown in the page where its type allows it. */
export async function sendContent(
  context: Context,
  blobs: BlobStore,
  customerId: string,
  documentId: string,
  wantsPreview: boolean,
): Promise<Download> {
  const row = await requireDocumentRow(context, customerId, documentId)
  await rememberReading(context, customerId, 'content', [row])
  return {
    mediaType: servedType(row.mediaType),
    fileName: row.name,
    content: blobs.open(row.sha256),
    inline: wantsPreview && isPreviewable(row.mediaType),
    headers: { 'content-security-policy': contentPolicyOf(row.mediaType), 'content-length': String(row.bytes) },
  }
}
