import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'

/** Ends a wait by hand; a message from the customer, or reaching them, ends it by itself. */
export const resumeWork = (context: Context, key: RequestKey, { note }: BodyOf<typeof requestRoutes.resume>) =>
  actOnRequest(context, key, 'resume', () => ({ kind: 'resumed', note: foldForStorage(note) }))
