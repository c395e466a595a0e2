import type { AnswerOf, BodyOf, FailureCode, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { laidOver } from '../../../platform/laid-over.ts'
import { requireProduct, requireTopic } from '../../catalogue/index.ts'
import { decisionBetween, mayReach, previewOf } from '../../identity/index.ts'
import type { BulkDecision } from '../../identity/index.ts'
import { whyNot } from '../requests/request.rules.ts'
import type { RequestRow } from '../service.tables.ts'
import { requireColleague, requireUnit } from '../verbs/require-colleague.ts'
import { chooseRequests } from './choose-requests.ts'

export type Change = BodyOf<typeof contract.requestBulk.preview>['change']

/** What one verb for many requests would do. */
export async function previewRequests(
  context: Context,
  { which, change }: BodyOf<typeof contract.requestBulk.preview>,
): Promise<AnswerOf<typeof contract.requestBulk.preview>> {
  const { toUnitId } = await requireLawful(context, change)
  const { requests, missing } = await chooseRequests(context, which)
  const unseen = missing.map(({ customerId, requestId }): BulkDecision => ({ customerId, id: requestId, label: '', refusal: 'not-found' }))
  return previewOf([...requests.map((request) => decide(context, request, change, toUnitId)), ...unseen])
}

/** Whom and what the change names must be there, whatever becomes of the rows. Gives the unit into which an assignment leads. */
export async function requireLawful(context: Context, change: Change): Promise<{ toUnitId: string | null }> {
  if (change.act === 'assign') return { toUnitId: (await requireColleague(context, change.personId, 'change.personId')).unitId }
  if (change.act === 'refer') await requireUnit(context, change.unitId, 'change.unitId')
  if (change.act === 'edit' && change.topicId) await requireTopic(context, change.topicId)
  if (change.act === 'edit' && change.productId) await requireProduct(context, change.productId)
  return { toUnitId: null }
}

/** As the verb itself would decide. */
function decide(context: Context, row: RequestRow, change: Change, toUnitId: string | null): BulkDecision {
  const key = { customerId: row.customer_id, id: row.id, label: row.number }
  const refusal = whyRefused(context, row, change)
  return refusal ? { ...key, refusal } : { ...key, ...difference(row, change, toUnitId) }
}

function whyRefused({ actor }: Context, row: RequestRow, change: Change): FailureCode | undefined {
  if (!mayReach(actor, 'service.write', { unitId: row.unit_id, ownerId: row.owner_id })) return 'not-permitted'
  const refusal = whyNot(change.act, { status: row.status, holderId: row.owner_id }, actor.personId)
  if (refusal) return refusal
  if (change.act === 'assign' && change.personId === row.owner_id) return 'request-already-held'
  if (change.act === 'refer' && change.unitId === row.unit_id && row.owner_id === null) return 'request-already-queued'
  return undefined
}

function difference(row: RequestRow, change: Change, toUnitId: string | null): Pick<BulkDecision, 'before' | 'after'> {
  const before = { holderId: row.owner_id, unitId: row.unit_id }
  if (change.act === 'assign') return decisionBetween(before, { holderId: change.personId, unitId: toUnitId ?? row.unit_id })
  if (change.act === 'refer') return decisionBetween(before, { holderId: null, unitId: change.unitId })
  if (change.act === 'close') return decisionBetween<Ended>({ status: row.status }, { status: 'closed' })
  if (change.act === 'resolve')
    return decisionBetween<Ended>({ status: row.status, outcome: row.outcome }, { status: 'resolved', outcome: change.outcome })
  const said = { priority: row.priority, topicId: row.topic_id, productId: row.product_id }
  return decisionBetween(said, laidOver(said, change))
}

interface Ended {
  status: RequestRow['status']
  outcome?: RequestRow['outcome']
}
