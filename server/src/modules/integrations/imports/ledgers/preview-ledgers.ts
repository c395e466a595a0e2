import type { AnswerOf, contract } from '@parvandeh/contract'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import { signatureOf } from '../mapping/signature.ts'
import { rememberedLedgers } from '../mappings.queries.ts'
import { lookedAt, presentSample } from '../preview-import.ts'
import { requireImport } from '../require-import.ts'
import { sampleImport } from '../sample-import.ts'
import { requireLedgerImporter } from './require-ledger-importer.ts'
import { suggestLedgers } from './suggest-ledgers.rules.ts'

type Preview = AnswerOf<typeof contract.imports.previewLedgers>

/** What a file of ledgers looks like, and the mapping to begin with: that of the last such file, else a guess. */
export async function previewLedgers(context: Context, blobs: BlobStore, importId: string): Promise<Preview> {
  const one = await requireImport(context, importId, 'ledgers')
  requireLedgerImporter(context)
  const sample = await sampleImport(blobs, one.sha256)
  const remembered = await rememberedLedgers(context, signatureOf(sample.columns))
  const suggestion = remembered?.mapping ?? suggestLedgers(lookedAt(sample), { fileName: one.file_name })
  return { ...presentSample(sample), suggestion, remembered: remembered?.name ?? null }
}
