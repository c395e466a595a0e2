import type { AnswerOf, contract, CustomerMapping } from '@parvandeh/contract'
import { checkNationalCode } from '@parvandeh/contract/persian'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import { ownFieldsOf } from '../../../customers/index.ts'
import { signatureOf } from '../mapping/signature.ts'
import { rememberedMapping } from '../mappings.queries.ts'
import { lookedAt, presentSample } from '../preview-import.ts'
import { requireWholeFile } from '../columns-in-sight.ts'
import { requireImport } from '../require-import.ts'
import { columnSamples, sampleImport } from '../sample-import.ts'
import { suggestCustomers } from './suggest-customers.rules.ts'

type Preview = AnswerOf<typeof contract.imports.previewCustomers>

/** What a file of customers looks like, and the mapping to begin with: that of the last such file, else a guess. */
export async function previewCustomers(context: Context, blobs: BlobStore, importId: string): Promise<Preview> {
  const one = await requireImport(context, importId, 'customers')
  requireWholeFile(context, one)
  const sample = await sampleImport(blobs, one.sha256)
  const looked = lookedAt(sample)
  const guess = suggestCustomers(looked, {
    fileName: one.file_name,
    hasCards: sample.format.kind === 'cards',
    own: await namedFields(context),
  })
  const remembered = await rememberedMapping(context, signatureOf(sample.columns))
  const suggestion = remembered
    ? { ...remembered.mapping, dateFormats: { ...guess.dateFormats, ...remembered.mapping.dateFormats } }
    : guess
  return {
    ...presentSample(sample),
    suggestion,
    remembered: remembered?.name ?? null,
    shortCodes: shortCodes(suggestion, columnSamples(sample)),
  }
}

async function namedFields(context: Context) {
  const fields = await ownFieldsOf(context)
  return fields
    .filter(({ type, access_class: accessClass }) => type !== 'file' && type !== 'customer' && context.actor.fieldClasses.has(accessClass))
    .map(({ key, type, label_fa: fa, label_en: en }) => ({ key, names: en === null ? [fa] : [fa, en], isDate: type === 'date' }))
}

function shortCodes({ columns }: CustomerMapping, samples: readonly { name: string; values: readonly string[] }[]): number {
  const column = columns.find(({ to }) => to === 'nationalCode')?.column
  const values = samples.find(({ name }) => name === column)?.values ?? []
  return values.filter((value) => checkNationalCode(value).problem === 'leading-zeros-dropped').length
}
