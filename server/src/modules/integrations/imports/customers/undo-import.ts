import type { Context } from '../../../../platform/context.ts'
import { announceImport, auditState } from '../announce.ts'
import { updateImport } from '../imports.queries.ts'
import type { Import } from '../imports.queries.ts'
import { requireImportFor } from '../require-import.ts'

/** Begins to take an import of customers or of ledgers back; the work is left to the job queue. */
export async function undoImport(context: Context, importId: string): Promise<Import> {
  const one = await requireImportFor(context, importId, 'undo')
  const undoing = await updateImport(context, importId, { state: 'undoing', step: 'undoing', failure: null, progress: null })
  await auditState(context, 'import.undo-started', one, undoing)
  await announceImport(context, undoing, { work: true })
  return undoing
}
