import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { readDocument, readVisibleIds } from '../documents.queries.ts'
import type { DocumentRow } from '../documents.queries.ts'
import { presentDocument } from './present-document.ts'
import type { Document } from './present-document.ts'

/** The document's row when the actor may see it; hidden and missing are refused alike. */
export async function requireDocumentRow(context: Context, customerId: string, documentId: string): Promise<DocumentRow> {
  const row = await readDocument(context, customerId, documentId)
  if (!row) throw new AppError('not-found')
  return row
}

/** What a document of this customer is, for whoever may see it; refuses with `not-found` whether hidden or missing. */
export const requireVisibleDocument = async (context: Context, customerId: string, documentId: string): Promise<Document> =>
  presentDocument(await requireDocumentRow(context, customerId, documentId))

/** Of these documents, those that the actor may see: the set of their ids. Each must be named with its own customer. */
export async function visibleDocumentIds(
  context: Context,
  documents: readonly { customerId: string; documentId: string }[],
): Promise<Set<string>> {
  if (documents.length === 0) return new Set()
  const asked = new Set(documents.map(({ customerId, documentId }) => `${customerId} ${documentId}`))
  const found = await readVisibleIds(
    context,
    [...new Set(documents.map((one) => one.customerId))],
    documents.map((one) => one.documentId),
  )
  return new Set(found.filter(({ customerId, id }) => asked.has(`${customerId} ${id}`)).map(({ id }) => id))
}
