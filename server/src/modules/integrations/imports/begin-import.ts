import type { CustomerMapping, LedgerMapping } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { announceImport } from './announce.ts'
import { updateImport } from './imports.queries.ts'
import type { Import } from './imports.queries.ts'
import { saveMapping } from './mappings.queries.ts'
import { clearStaging } from './staging.queries.ts'
import { fromTheBeginning } from './start-import.ts'

interface Begun<Mapping> {
  /** As it was given, and so kept under a name. */
  given: Mapping
  /** As it was found to fit the file. */
  mapping: Mapping
  saveAs: string | null
  /** By which a file with the same columns is known again. */
  signature: string
  /** All rows are gone through, and none is written. */
  trial: boolean
  /** What the trail tells of this kind of import beside the file, the source and the mapping's name. */
  told: Record<string, unknown>
}

/** Begins an import that goes row by row, or a trial of it, by a mapping that fits its file; earlier rows are forgotten. */
export async function beginImport<Mapping extends CustomerMapping | LedgerMapping>(
  context: Context,
  one: Import,
  { given, mapping, saveAs, signature, trial, told }: Begun<Mapping>,
): Promise<Import> {
  const mappingName = saveAs || null
  if (mappingName !== null) await saveMapping(context, { name: mappingName, mapping: given, signature })
  await clearStaging(context, one.id, { onlyLoaded: false })
  const started = await updateImport(context, one.id, {
    ...fromTheBeginning,
    state: trial ? 'checking' : 'loading',
    result: null,
    ...(trial && { trial: null }),
    mapping,
    mapping_name: mappingName,
    started_at: context.now,
  })
  await writeAudit(context, {
    action: trial ? 'import.trial-started' : 'import.started',
    subjectType: 'import',
    subjectId: one.id,
    after: { fileName: one.file_name, sha256: one.sha256, source: mapping.source, ...told, mappingName },
  })
  await announceImport(context, started, { work: true })
  return started
}
