import type { BulkView } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { announceBulk } from './announce-bulk.ts'
import { moveBulk } from './bulk.queries.ts'
import { requireRoom } from './require-room.ts'
import { presentBulk, requireOwnBulk, showBulk } from './show-bulk.ts'

/** Stops a change of many rows where it is. Where it is stopped or has ended by now, this only says how far it has come. */
export async function stopBulk(context: Context, bulkId: string): Promise<BulkView> {
  const bulk = await requireOwnBulk(context, bulkId)
  if (!(await moveBulk(context, bulkId, ['working'], 'stopped'))) return showBulk(context, bulkId)
  await writeAudit(context, { action: 'bulk.stopped', subjectType: bulk.noun, subjectId: bulkId })
  await announceBulk(context, bulk, { work: false })
  return presentBulk(context, { ...bulk, state: 'stopped' })
}

/** Goes on with a change that was stopped, from where it is. */
export async function goOnWithBulk(context: Context, bulkId: string): Promise<BulkView> {
  const bulk = await requireOwnBulk(context, bulkId)
  if (bulk.state === 'working') return presentBulk(context, bulk)
  await requireRoom(context, bulk.personId)
  if (!(await moveBulk(context, bulkId, ['stopped'], 'working'))) throw new AppError('changed-meanwhile')
  await writeAudit(context, { action: 'bulk.gone-on', subjectType: bulk.noun, subjectId: bulkId })
  await announceBulk(context, bulk, { work: true })
  return presentBulk(context, { ...bulk, state: 'working', stoppedBy: null })
}
