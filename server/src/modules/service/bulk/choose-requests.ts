import type { BodyOf, contract } from '@parvandeh/contract'
import { mostChosen } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import { readList } from '../lists/request-list.queries.ts'
import { findRequests } from '../requests/request.queries.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import type { RequestRow } from '../service.tables.ts'

type Which = BodyOf<typeof contract.requestBulk.preview>['which']

interface Chosen {
  requests: RequestRow[]
  /** Asked for by id, and out of sight. */
  missing: RequestKey[]
}

/** The requests that a change is for, as far as the actor sees them; of those that fit filters one more than may be changed. */
export async function chooseRequests(context: Context, which: Which): Promise<Chosen> {
  if ('filters' in which) {
    return { requests: await readList(context, 'service.read', which.filters, { limit: mostChosen + 1 }), missing: [] }
  }
  const asked = new Map(which.ids.map((key) => [wordOf(key), key]))
  const requests = (await findRequests(context, [...asked.values()])).filter((row) =>
    mayReach(context.actor, 'service.read', { unitId: row.unit_id, ownerId: row.owner_id }),
  )
  for (const { customer_id, id } of requests) asked.delete(wordOf({ customerId: customer_id, requestId: id }))
  return { requests, missing: [...asked.values()] }
}

const wordOf = ({ customerId, requestId }: RequestKey) => `${customerId} ${requestId}`
