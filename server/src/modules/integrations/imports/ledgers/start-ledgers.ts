import type { LedgerMapping } from '@parvandeh/contract'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import { signatureOf } from '../mapping/signature.ts'
import { beginImport } from '../begin-import.ts'
import type { Import } from '../imports.queries.ts'
import { requireImportFor } from '../require-import.ts'
import { columnSamples, sampleImport } from '../sample-import.ts'
import { checkLedgers } from './check-ledgers.rules.ts'
import { requireLedgerImporter } from './require-ledger-importer.ts'

interface Start {
  mapping: LedgerMapping
  saveAs: string | null
  /** All rows are gone through, and none is written. */
  trial: boolean
}

/** Starts an import of ledgers, or a trial of it, by a mapping that fits the file. */
export async function startLedgers(
  context: Context,
  blobs: BlobStore,
  importId: string,
  { mapping: given, saveAs, trial }: Start,
): Promise<Import> {
  const one = await requireImportFor(context, importId, 'start', 'ledgers')
  requireLedgerImporter(context)
  const sample = await sampleImport(blobs, one.sha256)
  const { mapping, problems } = checkLedgers(given, columnSamples(sample), context.locale)
  if (!mapping) throw new AppError('invalid-input', { problems })
  return beginImport(context, one, {
    given,
    mapping,
    saveAs,
    signature: signatureOf(sample.columns),
    trial,
    told: { moneyUnit: mapping.moneyUnit },
  })
}
