import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'

/** Closes a resolved request for good; a request that is not resolved is resolved first, as withdrawn if need be. */
export const closeRequest = (context: Context, key: RequestKey, { note }: BodyOf<typeof requestRoutes.close>) =>
  actOnRequest(context, key, 'close', () => ({ kind: 'closed', note: foldForStorage(note) }))
