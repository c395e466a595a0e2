import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { ofFile } from '../../customers/index.ts'
import type { ServiceTables } from '../service.tables.ts'
import type { RequestKey } from './request.queries.ts'

/** Attaches a document of the same file; false when it was attached already. */
export async function attachDocumentRow(context: Context, { customerId, requestId }: RequestKey, documentId: string): Promise<boolean> {
  const made = await tablesOf<ServiceTables>(context)
    .insertInto('service.request_document')
    .values({
      customer_id: customerId,
      id: newId(context.now),
      request_id: requestId,
      document_id: documentId,
      attached_at: context.now,
      attached_by: context.actor.personId,
    })
    .onConflict((conflict) => conflict.columns(['customer_id', 'request_id', 'document_id']).doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Documents of some requests of one file, in the order of attaching. */
export async function documentIdsOf(context: Context, keys: readonly RequestKey[]): Promise<string[]> {
  const rows = await tablesOf<ServiceTables>(context)
    .selectFrom('service.request_document')
    .select('document_id')
    .where(ofFile('customer_id', [...new Set(keys.map(({ customerId }) => customerId))]))
    .where(
      'request_id',
      'in',
      keys.map(({ requestId }) => requestId),
    )
    .orderBy('attached_at')
    .orderBy('id')
    .execute()
  return [...new Set(rows.map((row) => row.document_id))]
}
