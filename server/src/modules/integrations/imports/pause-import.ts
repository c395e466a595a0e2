import type { Context } from '../../../platform/context.ts'
import { announceImport, auditState } from './announce.ts'
import { updateImport } from './imports.queries.ts'
import type { Import } from './imports.queries.ts'
import { requireImportFor } from './require-import.ts'

/** Stands an import still. What is staged stays; of requests, what was being loaded has not been, and is loaded from the first when it is resumed; of customers, what is in stays in. */
export async function pauseImport(context: Context, importId: string): Promise<Import> {
  const one = await requireImportFor(context, importId, 'pause')
  const paused = await updateImport(context, importId, {
    state: 'paused',
    failure: null,
    step: one.state,
    ...(one.kind === 'requests' && { rows_loaded: 0, requests_loaded: 0 }),
    progress: null,
  })
  await auditState(context, 'import.paused', one, paused)
  await announceImport(context, paused)
  return paused
}
