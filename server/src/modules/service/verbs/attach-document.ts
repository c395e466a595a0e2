import type { Context } from '../../../platform/context.ts'
import { requireVisibleDocument } from '../../documents/index.ts'
import { writeAudit } from '../../identity/index.ts'
import { attachDocumentRow } from '../requests/documents.queries.ts'
import { lockForWriting } from '../requests/lock-for-writing.ts'
import { publishChange } from '../requests/publish-change.ts'
import { updateDetails } from '../requests/request.queries.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import type { RequestRow } from '../service.tables.ts'
import { refuseUnlessAllowed } from './act-on-request.ts'

/** Attaches a document of the same file to a request; attaching it again changes nothing. */
export async function attachDocument(context: Context, key: RequestKey, { documentId }: { documentId: string }): Promise<RequestRow> {
  const request = await lockForWriting(context, key)
  refuseUnlessAllowed(context, 'attach', request)
  await requireVisibleDocument(context, key.customerId, documentId)
  if (!(await attachDocumentRow(context, key, documentId))) return request
  await updateDetails(context, key, {})
  const changed = { ...request, version: request.version + 1, updated_at: context.now }
  await writeAudit(context, {
    action: 'request.document-attached',
    subjectType: 'request',
    subjectId: request.id,
    customerId: key.customerId,
    after: { documentId },
  })
  await publishChange(context, changed, 'document-attached')
  return changed
}
