import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'
import { requireColleague } from './require-colleague.ts'

/** Gives a request to a colleague, from the queue or from whoever has it; it goes to that colleague's unit. */
export const assignRequest = (context: Context, key: RequestKey, { personId, note }: BodyOf<typeof requestRoutes.assign>) =>
  actOnRequest(context, key, 'assign', async (request) => {
    if (request.owner_id === personId) throw new AppError('request-already-held')
    const colleague = await requireColleague(context, personId, 'personId')
    return { kind: 'assigned', toPersonId: personId, toUnitId: colleague.unitId ?? request.unit_id, note: foldForStorage(note) }
  })
