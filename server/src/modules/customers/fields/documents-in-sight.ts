import type { Context } from '../../../platform/context.ts'

/** Of these documents, each named with its customer, the ids of those that are there and that the actor may see. */
export type DocumentsInSight = (
  context: Context,
  documents: readonly { customerId: string; documentId: string }[],
) => Promise<ReadonlySet<string>>

let documentsInSight: DocumentsInSight = () => Promise.resolve(new Set())

/** Says whom to ask for documents, which are kept a floor above: called once, as the application is put together. */
export function askForDocuments(ask: DocumentsInSight): void {
  documentsInSight = ask
}

/** Whether this is a document of this customer that the actor may see; a file that is not opened yet has none. */
export const hasDocument = async (context: Context, customerId: string | undefined, documentId: string): Promise<boolean> =>
  customerId !== undefined && (await documentsInSight(context, [{ customerId, documentId }])).has(documentId)
