import { sql } from 'kysely'
import { countUpTo } from '../../platform/database/count-up-to.ts'
import type { Sight } from '../identity/index.ts'
import { mayReach, visibleRows } from '../identity/index.ts'
import { findKeyByNumber, findRequest } from './requests/request.queries.ts'

/** What can be told of who sees which request; one is known by its number. */
export const requestSight: Sight = {
  kind: 'requests',
  read: 'service.read',
  write: 'service.write',
  count: (context, actor, most) =>
    countUpTo(
      context,
      sql`select 1 from service.request r where ${actor === 'all' ? sql`true` : visibleRows(actor, 'service.read', 'r')}`,
      most,
    ),
  find: async (context, number) => {
    const key = await findKeyByNumber(context, number)
    const request = key && (await findRequest(context, key))
    if (!request) return undefined
    const rights = { unitId: request.unit_id, ownerId: request.owner_id }
    return mayReach(context.actor, 'service.read', rights) ? { customerId: request.customer_id, ...rights } : undefined
  },
}
