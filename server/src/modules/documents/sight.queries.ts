import { sql } from 'kysely'
import { countUpTo } from '../../platform/database/count-up-to.ts'
import type { Sight } from '../identity/index.ts'
import { visibleDocuments } from './documents.access.ts'

/** What can be told of who sees how many documents. */
export const documentSight: Sight = {
  kind: 'documents',
  read: 'documents.read',
  write: 'documents.write',
  count: (context, actor, most) =>
    countUpTo(context, sql`select 1 from documents.document d where ${actor === 'all' ? sql`true` : visibleDocuments(actor, 'd')}`, most),
}
