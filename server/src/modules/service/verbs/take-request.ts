import type { Context } from '../../../platform/context.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'

/** Takes a request from the queue into one's own hands. Of two people at once, the second is refused. */
export const takeRequest = (context: Context, key: RequestKey) => actOnRequest(context, key, 'take', () => ({ kind: 'taken' }))
