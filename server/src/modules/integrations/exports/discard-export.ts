import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { announceExport } from './announce-export.ts'
import { forgetContent } from './exports.queries.ts'
import type { Export } from './exports.queries.ts'
import { presentExport } from './present-export.ts'
import { requireExport } from './require-export.ts'

/** Gives an export up, or its file. */
export async function discardExport(context: Context, exportId: string): Promise<Export> {
  const one = await requireExport(context, exportId)
  if (!presentExport(one).can.discard) throw new AppError('import-not-ready')
  await forgetContent(context, one, 'discarded')
  await writeAudit(context, { action: 'export.discarded', subjectType: 'export', subjectId: one.id, before: { state: one.state } })
  const after = await requireExport(context, exportId)
  await announceExport(context, after)
  return after
}
