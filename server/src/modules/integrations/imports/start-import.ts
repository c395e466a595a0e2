import type { RequestMapping } from '@parvandeh/contract'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { announceImport } from './announce.ts'
import { updateImport } from './imports.queries.ts'
import type { Import } from './imports.queries.ts'
import { checkMapping } from './mapping/check-mapping.rules.ts'
import { saveMapping } from './mappings.queries.ts'
import { requireImportFor } from './require-import.ts'
import { columnSamples, sampleImport } from './sample-import.ts'
import { clearStaging } from './staging.queries.ts'

/** Starts an import by a mapping that fits its file, and keeps the mapping under a name if one is given. */
export async function startImport(
  context: Context,
  blobs: BlobStore,
  importId: string,
  { mapping: given, saveAs }: { mapping: RequestMapping; saveAs: string | null },
): Promise<Import> {
  const one = await requireImportFor(context, importId, 'start', 'requests')
  const { mapping, problems } = checkMapping(given, columnSamples(await sampleImport(blobs, one.sha256)), context.locale)
  if (!mapping) throw new AppError('invalid-input', { problems })
  const mappingName = saveAs || null
  if (mappingName !== null) await saveMapping(context, { name: mappingName, mapping: given, signature: null })
  await clearStaging(context, importId, { onlyLoaded: false })
  const started = await updateImport(context, importId, {
    ...fromTheBeginning,
    mapping,
    mapping_name: mappingName,
    started_at: context.now,
  })
  const after = { fileName: one.file_name, sha256: one.sha256, source: mapping.source, mappingName }
  await writeAudit(context, { action: 'import.started', subjectType: 'import', subjectId: importId, after })
  await announceImport(context, started, { work: true })
  return started
}

/** As an import is that has not read a row yet. */
export const fromTheBeginning = {
  state: 'staging',
  staged_to: 0,
  staged: false,
  rows_read: 0,
  rows_known: 0,
  rows_refused: 0,
  rows_loaded: 0,
  requests_loaded: 0,
  progress: 0,
  failure: null,
} as const
