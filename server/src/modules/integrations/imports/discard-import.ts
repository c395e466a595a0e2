import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { announceImport } from './announce.ts'
import { updateImport } from './imports.queries.ts'
import type { Import } from './imports.queries.ts'
import { requireImportFor } from './require-import.ts'
import { clearStaging } from './staging.queries.ts'

/** Gives an import up: its rows are forgotten, and nothing of them has come into any file. */
export async function discardImport(context: Context, importId: string): Promise<Import> {
  const one = await requireImportFor(context, importId, 'discard')
  const discarded = await updateImport(context, importId, { state: 'discarded', progress: null, finished_at: context.now })
  await clearStaging(context, importId, { onlyLoaded: false })
  await writeAudit(context, {
    action: 'import.discarded',
    subjectType: 'import',
    subjectId: importId,
    before: { state: one.state },
    after: { fileName: one.file_name },
  })
  await announceImport(context, discarded)
  return discarded
}
