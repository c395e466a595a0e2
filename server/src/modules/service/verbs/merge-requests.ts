import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import { foldForStorage, toAsciiDigits } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { fileIds } from '../../customers/index.ts'
import { lockWithTarget } from '../requests/lock-for-writing.ts'
import { publishChange } from '../requests/publish-change.ts'
import { recordEvent } from '../requests/record-event.ts'
import { findKeyByNumber, updateDetails } from '../requests/request.queries.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { whyNotMergeInto } from '../requests/request.rules.ts'
import type { RequestRow } from '../service.tables.ts'
import { refuseUnlessAllowed } from './act-on-request.ts'

/**
 * Merges a request into another of the same customer, also of one that came by another id of a merged file. It ends as a duplicate and counts in the other; its number
 * goes on leading to it, and what was said in it is read in the other too.
 */
export async function mergeRequests(
  context: Context,
  key: RequestKey,
  { intoNumber, note }: BodyOf<typeof requestRoutes.merge>,
): Promise<RequestRow> {
  const into = await findKeyByNumber(context, toAsciiDigits(intoNumber).replaceAll(/\D/gu, ''))
  const [request, target] = await lockWithTarget(context, key, into ?? key)
  refuseUnlessAllowed(context, 'merge', request)
  // One refusal for what does not fit, is hidden or does not exist: numbers cannot be tried out.
  const files = await fileIds(context, request.customer_id)
  const refusal = target ? whyNotMergeInto({ id: request.id, fileIds: files }, stateOf(target)) : 'merge-refused'
  if (refusal || !target) throw new AppError(refusal ?? 'merge-refused')
  const merged = await recordEvent(context, request, {
    kind: 'merged',
    mergedInto: target.id,
    mergedIntoFile: target.customer_id === request.customer_id ? null : target.customer_id,
    note: foldForStorage(note),
  })
  // What is read in the target has grown.
  await updateDetails(context, { customerId: target.customer_id, requestId: target.id }, {})
  await publishChange(context, { ...target, version: target.version + 1 }, 'merged-into')
  return merged
}

const stateOf = (row: RequestRow) => ({ id: row.id, customerId: row.customer_id, status: row.status, holderId: row.owner_id })
