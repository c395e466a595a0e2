import { sql } from 'kysely'
import { countUpTo } from '../../platform/database/count-up-to.ts'
import type { Sight } from '../identity/index.ts'
import { visibleRows } from '../identity/index.ts'

/** What can be told of who sees how many interactions. */
export const interactionSight: Sight = {
  kind: 'interactions',
  read: 'interactions.read',
  write: 'interactions.write',
  count: (context, actor, most) =>
    countUpTo(
      context,
      sql`select 1 from interactions.interaction i where ${actor === 'all' ? sql`true` : visibleRows(actor, 'interactions.read', 'i')}`,
      most,
    ),
}
