import { sql } from 'kysely'
import type { Sight } from '../identity/index.ts'
import { visibleDocuments } from './documents.access.ts'

/** What can be told of who sees how many documents. */
export const documentSight: Sight = {
  kind: 'documents',
  read: 'documents.read',
  write: 'documents.write',
  count: async (context, actor, most) => {
    const seen = actor === 'all' ? sql`true` : visibleDocuments(actor, 'd')
    const counted = await sql<{
      n: number
    }>`select count(*)::int as n from (select 1 from documents.document d where ${seen} limit ${most}) bounded`.execute(context.tx)
    return counted.rows[0]?.n ?? 0
  },
}
