import type { BlobStore } from '../../platform/blobs/blob-store.ts'
import { onEventAtLength } from '../../platform/outbox/reactions.ts'
import type { Reaction } from '../../platform/outbox/reactions.ts'
import { runExport } from './exports/run-export.ts'
import { runImport } from './imports/run/run-import.ts'

/** Imports and exports are worked off by the job queue: in any process, and again after a stop. */
export const integrationsReactions = (blobs: BlobStore): Reaction[] => [
  onEventAtLength('integrations.import-changed', 'integrations.run-import', async (tools, { id, work }) => {
    if (work) await runImport(tools, blobs, id)
  }),
  onEventAtLength('integrations.export-changed', 'integrations.run-export', async (tools, { id, work }) => {
    if (work) await runExport(tools, blobs, id)
  }),
]
