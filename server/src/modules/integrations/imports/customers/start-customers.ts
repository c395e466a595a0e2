import type { CustomerMapping } from '@parvandeh/contract'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import { ownFieldsOf } from '../../../customers/index.ts'
import { beginImport } from '../begin-import.ts'
import { requireWholeFile } from '../columns-in-sight.ts'
import type { Import } from '../imports.queries.ts'
import { requireImportFor } from '../require-import.ts'
import { columnSamples, sampleImport } from '../sample-import.ts'
import { checkCustomers } from './check-customers.ts'
import { signatureOf } from '../mapping/signature.ts'

interface Start {
  mapping: CustomerMapping
  saveAs: string | null
  /** All rows are gone through, and none is written. */
  trial: boolean
}

/** Starts an import of customers, or a trial of it, by a mapping that fits the file; kept under a name, the mapping comes back with the next such file. */
export async function startCustomers(
  context: Context,
  blobs: BlobStore,
  importId: string,
  { mapping: given, saveAs, trial }: Start,
): Promise<Import> {
  const one = await requireImportFor(context, importId, 'start', 'customers')
  requireWholeFile(context, one)
  const sample = await sampleImport(blobs, one.sha256)
  const { locale, actor } = context
  const { mapping, problems } = checkCustomers(given, columnSamples(sample), {
    locale,
    classes: actor.fieldClasses,
    own: await ownFieldsOf(context),
  })
  if (!mapping) throw new AppError('invalid-input', { problems })
  return beginImport(context, one, {
    given,
    mapping,
    saveAs,
    signature: signatureOf(sample.columns),
    trial,
    told: { onMatch: mapping.onMatch, matchBy: mapping.matchBy },
  })
}
