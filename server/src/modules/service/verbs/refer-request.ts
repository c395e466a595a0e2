import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'
import { requireUnit } from './require-colleague.ts'

/**
 * Puts a request into the queue of another unit, or back into its own unit's. Nobody holds it then, and whoever
 * reaches neither the new unit nor all of them no longer sees it.
 */
export const referRequest = (context: Context, key: RequestKey, { unitId, note }: BodyOf<typeof requestRoutes.refer>) =>
  actOnRequest(context, key, 'refer', async (request) => {
    const staysInUnit = request.unit_id === unitId
    if (staysInUnit && request.owner_id === null) throw new AppError('request-already-queued')
    await requireUnit(context, unitId)
    return { kind: staysInUnit ? 'returned' : 'referred', toUnitId: unitId, toPersonId: null, note: foldForStorage(note) }
  })
