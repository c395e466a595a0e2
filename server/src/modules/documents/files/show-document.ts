import type { Context } from '../../../platform/context.ts'
import { presentDocument } from './present-document.ts'
import type { Document } from './present-document.ts'
import { rememberReading } from './remember-reading.ts'
import { requireDocumentRow } from './require-visible-document.ts'

/** What a document is. */
export async function showDocument(context: Context, customerId: string, documentId: string): Promise<Document> {
  const row = await requireDocumentRow(context, customerId, documentId)
  await rememberReading(context, customerId, 'about', [row])
  return presentDocument(row)
}
