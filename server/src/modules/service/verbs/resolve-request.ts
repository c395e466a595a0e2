import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'

/** Says that the request is done for the customer, and with what outcome. */
export const resolveRequest = (context: Context, key: RequestKey, { outcome, note }: BodyOf<typeof requestRoutes.resolve>) =>
  actOnRequest(context, key, 'resolve', () => ({ kind: 'resolved', outcome, note: foldForStorage(note) }))
