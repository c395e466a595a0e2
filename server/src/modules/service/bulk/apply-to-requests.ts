import type { BodyOf, BulkView, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { isOutOfReach, isWorthRetrying } from '../../../platform/database/failure-names.ts'
import { refusalOf } from '../../../platform/http/problems.ts'
import { oneAfterAnother } from '../../../platform/outbox/held-effects.ts'
import { startBulk } from '../../identity/index.ts'
import type { BulkDone, BulkItem, BulkKey, BulkNoun, BulkOutcome } from '../../identity/index.ts'
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
  return startBulk(context, { id, noun: 'requests', change }, { keys })
}

/**
 * How requests are dealt with one after another, some tens in a transaction: by the verb; put back by taking the act
 * back, or the words as they were.
 */
export const requestBulk: BulkNoun = {
  noun: 'requests',
  rowsAtOnce: 50,
  change: (context, items, given) =>
    oneAfterAnother<BulkItem, BulkOutcome>(context, items, (own, item) => changeOne(own, item, given as Change), refuse),
  putBack: (context, items, { askedAt }) =>
    oneAfterAnother<BulkItem & BulkDone, BulkOutcome>(context, items, (own, item) => putOneBack(own, item, askedAt), refuse),
}

/** What the rules say against a request; what nobody foresaw fails for all, and is found out one by one. */
function refuse(error: unknown): BulkOutcome | undefined {
  if (isOutOfReach(error) || isWorthRetrying(error)) return undefined
  const { code } = refusalOf(error)
  return code === 'unexpected' || code === 'unavailable' ? undefined : { refusal: code }
}

async function changeOne(context: Context, { customerId, id }: BulkItem, change: Change): Promise<BulkOutcome> {
  const key = { customerId, requestId: id }
  if (change.act !== 'edit') return { done: { before: null, version: (await act(context, key, change)).version } }
  const { act: _, ...said } = change
  const request = await lockForWriting(context, key)
  const changed = await changeRequest(context, key, { ...said, version: request.version })
  if (changed.version === request.version) return {}
  const before = { priority: request.priority, topicId: request.topic_id, productId: request.product_id }
  return { done: { before: Object.fromEntries(Object.entries(before).filter(([name]) => name in said)), version: changed.version } }
}

async function putOneBack(context: Context, { customerId, id, before, version }: BulkItem & BulkDone, askedAt: Date): Promise<BulkOutcome> {
  const key = { customerId, requestId: id }
  if (before === null) await undoLast(context, key, { version, askedAt })
  else await changeRequest(context, key, { ...before, version })
  return {}
}

function act(context: Context, key: RequestKey, change: Exclude<Change, { act: 'edit' }>): Promise<RequestRow> {
  if (change.act === 'assign') return assignRequest(context, key, change)
  if (change.act === 'refer') return referRequest(context, key, change)
  if (change.act === 'resolve') return resolveRequest(context, key, change)
  return closeRequest(context, key, change)
}
