import type { Context } from '../../../platform/context.ts'
import { announceImport, auditState } from './announce.ts'
import { stateToResume } from './import-states.rules.ts'
import { atWork, updateImport } from './imports.queries.ts'
import type { Import } from './imports.queries.ts'
import { requireImportFor } from './require-import.ts'

/** Goes on with an import that stands still; of a broken file, what could be read is loaded. */
export async function resumeImport(context: Context, importId: string): Promise<Import> {
  const one = await requireImportFor(context, importId, 'resume')
  const resumed = await updateImport(context, importId, { ...stateToResume(one), failure: null, progress: null })
  await auditState(context, 'import.resumed', one, resumed)
  await announceImport(context, resumed, { work: atWork.includes(resumed.state) })
  return resumed
}
