import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'

/** Waits for the customer, which service time leaves out, or for a third party, which it does not. */
export const waitOn = (context: Context, key: RequestKey, { on, note }: BodyOf<typeof requestRoutes.wait>) =>
  actOnRequest(context, key, 'wait', () => ({ kind: 'waiting', waitOn: on, note: foldForStorage(note) }))
