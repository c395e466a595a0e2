import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'

/** Takes a resolved or closed request up again, with whoever had it last; of a merged one, undoes the merge. */
export const reopenRequest = (context: Context, key: RequestKey, { note }: BodyOf<typeof requestRoutes.reopen>) =>
  actOnRequest(context, key, 'reopen', () => ({ kind: 'reopened', note: foldForStorage(note) }))
