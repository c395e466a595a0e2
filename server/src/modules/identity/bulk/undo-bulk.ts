import type { BulkView } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { announceBulk } from './announce-bulk.ts'
import { moveBulk } from './bulk.queries.ts'
import { presentBulk, requireOwnBulk } from './show-bulk.ts'

/** Puts a change of many rows back, also while it is still going on or stopped. Asked again, it only says how far that has come. */
export async function undoBulk(context: Context, bulkId: string): Promise<BulkView> {
  const bulk = await requireOwnBulk(context, bulkId)
  if (bulk.state === 'undoing' || bulk.state === 'undone') return presentBulk(context, bulk)
  if (bulk.state === 'done' && context.now >= bulk.undoUntil) throw new AppError('undo-too-late')
  if (!(await moveBulk(context, bulkId, ['working', 'stopped', 'done'], 'undoing'))) throw new AppError('changed-meanwhile')
  await writeAudit(context, { action: 'bulk.put-back', subjectType: bulk.noun, subjectId: bulkId })
  await announceBulk(context, bulk, { work: true })
  return presentBulk(context, { ...bulk, state: 'undoing', stoppedBy: null })
}
