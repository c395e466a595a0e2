import { sql } from 'kysely'
import type { Sight } from '../identity/index.ts'
import { visibleRows } from '../identity/index.ts'

/** What can be told of who sees which customer. */
export const customerSight: Sight = {
  kind: 'customers',
  read: 'customers.read',
  write: 'customers.write',
  count: async (context, actor, most) => {
    const seen = actor === 'all' ? sql`true` : visibleRows(actor, 'customers.read', 'c')
    const counted = await sql<{
      n: number
    }>`select count(*)::int as n from (select 1 from customers.customer c where ${seen} limit ${most}) bounded`.execute(context.tx)
    return counted.rows[0]?.n ?? 0
  },
  find: async (context, customerId) => {
    const found = await sql<{ customerId: string; unitId: string | null; ownerId: string | null }>`
      select c.customer_id as "customerId", c.unit_id as "unitId", c.owner_id as "ownerId" from customers.customer c
      where c.customer_id = ${customerId} and ${visibleRows(context.actor, 'customers.read', 'c')}`.execute(context.tx)
    return found.rows[0]
  },
}
