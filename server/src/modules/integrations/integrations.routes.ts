import { contract } from '@parvandeh/contract'
import type { BlobStore } from '../../platform/blobs/blob-store.ts'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { exportableColumns } from '../customers/index.ts'
import { discardExport } from './exports/discard-export.ts'
import { pageOfExports } from './exports/exports.queries.ts'
import { fetchExport } from './exports/fetch-export.ts'
import { presentExport } from './exports/present-export.ts'
import { requireExport, requirePerson } from './exports/require-export.ts'
import { startExport } from './exports/start-export.ts'
import { previewCustomers } from './imports/customers/preview-customers.ts'
import { startCustomers } from './imports/customers/start-customers.ts'
import { tryCustomers } from './imports/customers/try-customers.ts'
import { previewUndo } from './imports/customers/undo-customers.ts'
import { undoImport } from './imports/customers/undo-import.ts'
import { discardImport } from './imports/discard-import.ts'
import { downloadErrors } from './imports/download-errors.ts'
import { exportImports } from './imports/export-imports.ts'
import { previewLedgers } from './imports/ledgers/preview-ledgers.ts'
import { startLedgers } from './imports/ledgers/start-ledgers.ts'
import { tryLedgers } from './imports/ledgers/try-ledgers.ts'
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

/** The endpoints of imports, and of exports in the background. */
export function integrationsRoutes(blobs: BlobStore): ServedRoute[] {
  return [...importsServed(blobs), ...exportsServed(blobs)]
}

const exportsServed = (blobs: BlobStore): ServedRoute[] =>
  serve(contract.exports, {
    list: async (context, { query }) => {
      const page = await pageOfExports(context, requirePerson(context), query)
      return { ...page, rows: page.rows.map(presentExport) }
    },
    start: async (context, { body }) => presentExport(await startExport(context, body)),
    show: async (context, { params }) => presentExport(await requireExport(context, params.exportId)),
    content: (context, { params }) => fetchExport(context, blobs, params.exportId),
    discard: async (context, { params }) => presentExport(await discardExport(context, params.exportId)),
    columns: async (context) => ({ columns: (await exportableColumns(context)).map(({ key, header }) => ({ key, header })) }),
  })

function importsServed(blobs: BlobStore): ServedRoute[] {
  return serve(contract.imports, {
    list: async (context, { query }) => {
      const page = await pageOfImports(context, query)
      return { ...page, rows: page.rows.map(presentImport) }
    },
    export: (context, { query }) => exportImports(context, query),
    upload: async (context, { file, query }) => presentImport(await uploadImport(context, blobs, file, query.kind)),
    show: async (context, { params }) => presentImport(await requireImport(context, params.importId)),
    preview: (context, { params }) => previewImport(context, blobs, params.importId),
    tryMapping: (context, { params, body }) => tryMapping(context, blobs, params.importId, body),
    previewCustomers: (context, { params }) => previewCustomers(context, blobs, params.importId),
    tryCustomers: (context, { params, body }) => tryCustomers(context, blobs, params.importId, body),
    startCustomers: async (context, { params, body }) => presentImport(await startCustomers(context, blobs, params.importId, body)),
    previewLedgers: (context, { params }) => previewLedgers(context, blobs, params.importId),
    tryLedgers: (context, { params, body }) => tryLedgers(context, blobs, params.importId, body),
    startLedgers: async (context, { params, body }) => presentImport(await startLedgers(context, blobs, params.importId, body)),
    undoPreview: async (context, { params }) => previewUndo(context, await requireImport(context, params.importId)),
    undo: async (context, { params }) => presentImport(await undoImport(context, params.importId)),
    start: async (context, { params, body }) => presentImport(await startImport(context, blobs, params.importId, body)),
    pause: async (context, { params }) => presentImport(await pauseImport(context, params.importId)),
    resume: async (context, { params }) => presentImport(await resumeImport(context, params.importId)),
    discard: async (context, { params }) => presentImport(await discardImport(context, params.importId)),
    errors: (context, { params }) => downloadErrors(context, params.importId),
    mappings: (context) => savedMappings(context),
  })
}
