import { sql } from 'kysely'
import type { Sight } from '../identity/index.ts'
import { visibleRows } from '../identity/index.ts'

/** What can be told of who sees which request; one is known by its number. */
export const requestSight: Sight = {
  kind: 'requests',
  read: 'service.read',
  write: 'service.write',
  count: async (context, actor, most) => {
    const seen = actor === 'all' ? sql`true` : visibleRows(actor, 'service.read', 'r')
    const counted = await sql<{
      n: number
    }>`select count(*)::int as n from (select 1 from service.request r where ${seen} limit ${most}) bounded`.execute(context.tx)
    return counted.rows[0]?.n ?? 0
  },
  find: async (context, number) => {
    const found = await sql<{ customerId: string; unitId: string | null; ownerId: string | null }>`
      select r.customer_id as "customerId", r.unit_id as "unitId", r.owner_id as "ownerId" from service.request r
      where r.number = ${number} and ${visibleRows(context.actor, 'service.read', 'r')}`.execute(context.tx)
    return found.rows[0]
  },
}
