import { sql } from 'kysely'
import type { Sight } from '../identity/index.ts'
import { visibleRows } from '../identity/index.ts'

/** What can be told of who sees how many interactions. */
export const interactionSight: Sight = {
  kind: 'interactions',
  read: 'interactions.read',
  write: 'interactions.write',
  count: async (context, actor, most) => {
    const seen = actor === 'all' ? sql`true` : visibleRows(actor, 'interactions.read', 'i')
    const counted = await sql<{
      n: number
    }>`select count(*)::int as n from (select 1 from interactions.interaction i where ${seen} limit ${most}) bounded`.execute(context.tx)
    return counted.rows[0]?.n ?? 0
  },
}
