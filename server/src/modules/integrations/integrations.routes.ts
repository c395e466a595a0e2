import { contract } from '@parvandeh/contract'
import type { BlobStore } from '../../platform/blobs/blob-store.ts'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { discardImport } from './imports/discard-import.ts'
import { downloadErrors } from './imports/download-errors.ts'
import { exportImports } from './imports/export-imports.ts'
import { pageOfImports } from './imports/imports.queries.ts'
import { savedMappings } from './imports/mappings.queries.ts'
import { pauseImport } from './imports/pause-import.ts'
import { presentImport } from './imports/present-import.ts'
import { previewImport } from './imports/preview-import.ts'
import { requireImport } from './imports/require-import.ts'
import { resumeImport } from './imports/resume-import.ts'
import { startImport } from './imports/start-import.ts'
import { tryMapping } from './imports/try-mapping.ts'
import { uploadImport } from './imports/upload-import.ts'

/** The endpoints of imports. */
export function integrationsRoutes(blobs: BlobStore): ServedRoute[] {
  return serve(contract.imports, {
    list: async (context, { query }) => {
      const page = await pageOfImports(context, query)
      return { ...page, rows: page.rows.map(presentImport) }
    },
    export: (context, { query }) => exportImports(context, query),
    upload: async (context, { file }) => presentImport(await uploadImport(context, blobs, file)),
    show: async (context, { params }) => presentImport(await requireImport(context, params.importId)),
    preview: (context, { params }) => previewImport(context, blobs, params.importId),
    tryMapping: (context, { params, body }) => tryMapping(context, blobs, params.importId, body),
    start: async (context, { params, body }) => presentImport(await startImport(context, blobs, params.importId, body)),
    pause: async (context, { params }) => presentImport(await pauseImport(context, params.importId)),
    resume: async (context, { params }) => presentImport(await resumeImport(context, params.importId)),
    discard: async (context, { params }) => presentImport(await discardImport(context, params.importId)),
    errors: (context, { params }) => downloadErrors(context, params.importId),
    mappings: (context) => savedMappings(context),
  })
}
