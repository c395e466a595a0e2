import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { fileIds } from '../../customers/index.ts'
import { readDocument, readVisibleIds } from '../documents.queries.ts'
import type { DocumentRow } from '../documents.queries.ts'
import { presentDocument } from './present-document.ts'
import type { Document } from './present-document.ts'

/** The document's row when the actor may see it; hidden and missing are refused alike. */
export async function requireDocumentRow(context: Context, customerId: string, documentId: string): Promise<DocumentRow> {
  // Under the id of another part of the file only where files were merged: that is asked second.
  const row =
    (await readDocument(context, [customerId], documentId)) ?? (await readDocument(context, await fileIds(context, customerId), documentId))
  if (!row) throw new AppError('not-found')
  return row
}

/** What a document of this customer is, for whoever may see it; refuses with `not-found` whether hidden or missing. */
export const requireVisibleDocument = async (context: Context, customerId: string, documentId: string): Promise<Document> =>
  presentDocument(await requireDocumentRow(context, customerId, documentId))

/**
 * Of these documents, those that the actor may see: the set of their ids. Each must be named with its own customer, or
 * with another id that is read in the same file.
 */
export async function visibleDocumentIds(
  context: Context,
  documents: readonly { customerId: string; documentId: string }[],
): Promise<Set<string>> {
  const found = await visibleAmong(context, documents, (customerId) => [customerId])
  const missing = documents.filter(({ documentId }) => !found.has(documentId))
  if (missing.length === 0) return found
  const sets = new Map<string, string[]>()
  for (const { customerId } of missing) if (!sets.has(customerId)) sets.set(customerId, await fileIds(context, customerId))
  const merged = missing.filter(({ customerId }) => (sets.get(customerId)?.length ?? 0) > 1)
  return new Set([...found, ...(await visibleAmong(context, merged, (customerId) => sets.get(customerId) ?? []))])
}

async function visibleAmong(
  context: Context,
  documents: readonly { customerId: string; documentId: string }[],
  idsOf: (customerId: string) => readonly string[],
): Promise<Set<string>> {
  if (documents.length === 0) return new Set()
  const asked = new Set(documents.flatMap(({ customerId, documentId }) => idsOf(customerId).map((id) => `${id} ${documentId}`)))
  const found = await readVisibleIds(
    context,
    [...new Set(documents.flatMap(({ customerId }) => idsOf(customerId)))],
    documents.map((one) => one.documentId),
  )
  return new Set(found.filter(({ customerId, id }) => asked.has(`${customerId} ${id}`)).map(({ id }) => id))
}
