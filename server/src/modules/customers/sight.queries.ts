import { sql } from 'kysely'
import { countUpTo } from '../../platform/database/count-up-to.ts'
import type { Sight } from '../identity/index.ts'
import { visibleFiles } from './customers.access.ts'

/** What can be told of who sees which customer. */
export const customerSight: Sight = {
  kind: 'customers',
  read: 'customers.read',
  write: 'customers.write',
  count: (context, actor, most) =>
    countUpTo(
      context,
      sql`select 1 from customers.customer c where ${actor === 'all' ? sql`not c.gone` : visibleFiles(actor, 'customers.read', 'c')}`,
      most,
    ),
  find: async (context, customerId) => {
    const found = await sql<{ customerId: string; unitId: string | null; ownerId: string | null }>`
      select c.customer_id as "customerId", c.unit_id as "unitId", c.owner_id as "ownerId" from customers.customer c
      where c.customer_id = ${customerId} and ${visibleFiles(context.actor, 'customers.read', 'c')}`.execute(context.tx)
    return found.rows[0]
  },
}
