import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { idsOfFiles } from '../files/file-set.queries.ts'
import { readFew } from '../list/list.queries.ts'
import { requireSegment } from './find-segment.ts'
import { isMember } from './members.queries.ts'
import { segmentCondition } from './segment-condition.queries.ts'
import { amongVisible } from './size.queries.ts'

/**
 * Which rows of a table are of files in a segment, by the expression that gives a row's `customer_id`: made here, passed
 * on unread. `readBy`: each row asks whose it is, or the files of the segment are gathered once, which takes as long
 * however few rows there are.
 */
export type RowsOfSegment = (customerId: RawBuilder<unknown>, readBy: 'row' | 'segment') => RawBuilder<boolean>

/** So few files are named one by one, and their rows found by them; of more, each row is asked whose it is. */
const fewFiles = 2000

/**
 * Rows that belong to files of a segment, as the reader sees them: only files open to them, asked under their access
 * classes. What was merged counts for the file that it is read in. Undefined where the reader is not told of the
 * segment, cannot use it, or may see no files at all: just as if there were none.
 */
export async function rowsOfSegment(context: Context, segmentId: string): Promise<RowsOfSegment | undefined> {
  if (context.actor.grants['customers.read'] === undefined) return undefined
  try {
    const segment = await requireSegment(context, segmentId)
    const rule = await segmentCondition(context, segment)
    const found = await readFew(context, amongVisible(context, rule), fewFiles)
    if (found) return (customerId) => sql<boolean>`${customerId} = any(array(select f.id from ${idsOfFiles(found.few)} f))`
    return ofFileThat(amongVisible(context, segment.condition === null ? isMember(segmentId, 'c') : rule))
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** Row by row, `offset 0` keeps the table of files from being read whole for each look. */
function ofFileThat(condition: RawBuilder<boolean>): RowsOfSegment {
  const files = sql`from customers.customer o join customers.customer c on c.customer_id = coalesce(o.merged_into, o.customer_id)`
  return (customerId, readBy) =>
    readBy === 'segment'
      ? sql<boolean>`${customerId} in (select o.customer_id ${files} where ${condition})`
      : sql<boolean>`exists (select ${files} where o.customer_id = ${customerId} and ${condition} offset 0)`
}
