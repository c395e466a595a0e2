import type { BodyOf, BulkView, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { startBulk } from '../../identity/index.ts'
import type { BulkKey, BulkNoun } from '../../identity/index.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { lockForWriting } from '../requests/lock-for-writing.ts'
import type { RequestRow } from '../service.tables.ts'
import { assignRequest } from '../verbs/assign-request.ts'
import { changeRequest } from '../verbs/change-request.ts'
import { closeRequest } from '../verbs/close-request.ts'
import { referRequest } from '../verbs/refer-request.ts'
import { resolveRequest } from '../verbs/resolve-request.ts'
import { undoLast } from '../verbs/undo-last.ts'
import { chooseRequests } from './choose-requests.ts'
import { requireLawful } from './preview-requests.ts'
import type { Change } from './preview-requests.ts'

/** Begins one verb for many requests. */
export async function applyToRequests(
  context: Context,
  { id, which, change }: BodyOf<typeof contract.requestBulk.apply>,
): Promise<BulkView> {
  await requireLawful(context, change)
  const { requests, missing } = await chooseRequests(context, which)
  const keys: BulkKey[] = [
    ...requests.map((row) => ({ customerId: row.customer_id, id: row.id, label: row.number })),
    ...missing.map(({ customerId, requestId }) => ({ customerId, id: requestId, label: '' })),
  ]
  return startBulk(context, { id, noun: 'requests', change, keys })
}

/** How one request of many is dealt with: by the verb; put back by taking the act back, or the words as they were. */
export const requestBulk: BulkNoun = {
  noun: 'requests',
  change: async (context, { customerId, id }, given) => {
    const [key, change] = [{ customerId, requestId: id }, given as Change]
    if (change.act !== 'edit') return { before: null, version: (await act(context, key, change)).version }
    const { act: _, ...said } = change
    const request = await lockForWriting(context, key)
    const changed = await changeRequest(context, key, { ...said, version: request.version })
    if (changed.version === request.version) return null
    const before = { priority: request.priority, topicId: request.topic_id, productId: request.product_id }
    return { before: Object.fromEntries(Object.entries(before).filter(([name]) => name in said)), version: changed.version }
  },
  putBack: async (context, { customerId, id }, { before, version, askedAt }) => {
    const key = { customerId, requestId: id }
    if (before === null) await undoLast(context, key, { version, askedAt })
    else await changeRequest(context, key, { ...before, version })
  },
}

function act(context: Context, key: RequestKey, change: Exclude<Change, { act: 'edit' }>): Promise<RequestRow> {
  if (change.act === 'assign') return assignRequest(context, key, change)
  if (change.act === 'refer') return referRequest(context, key, change)
  if (change.act === 'resolve') return resolveRequest(context, key, change)
  return closeRequest(context, key, change)
}
