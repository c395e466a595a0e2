import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach, requireReach } from '../../identity/index.ts'
import type { RequestRow } from '../service.tables.ts'
import { lockRequests } from './request.queries.ts'
import type { RequestKey } from './request.queries.ts'

/**
 * Locks a request for a change. Hidden and missing are the same 'not-found'; one that the actor may see but not
 * work on is 'not-permitted'.
 */
export async function lockForWriting(context: Context, key: RequestKey): Promise<RequestRow> {
  const [request] = await lockRequests(context, [key])
  return requireWritable(context, request)
}

/**
 * Locks a request and the one it is to be merged into, in one order so that two merges cannot wait for each other.
 * A target that the actor may not work on is undefined, as one that does not exist.
 */
export async function lockWithTarget(context: Context, key: RequestKey, target: RequestKey): Promise<[RequestRow, RequestRow | undefined]> {
  const locked = await lockRequests(context, [key, target])
  const of = ({ customerId, requestId }: RequestKey) => locked.find((row) => row.customer_id === customerId && row.id === requestId)
  const into = of(target)
  const reachable =
    into && (['service.read', 'service.write'] as const).every((permission) => mayReach(context.actor, permission, rightsOf(into)))
  return [requireWritable(context, of(key)), reachable ? into : undefined]
}

const rightsOf = (request: RequestRow) => ({ unitId: request.unit_id, ownerId: request.owner_id })

/** Refuses what the actor may not see as if it were not there, and what they may only see as not permitted. */
export function requireWritable(context: Context, request: RequestRow | undefined): RequestRow {
  requireReach(context.actor, 'service.read', request && rightsOf(request))
  if (!request) throw new AppError('not-found')
  if (!mayReach(context.actor, 'service.write', rightsOf(request))) throw new AppError('not-permitted')
  return request
}
