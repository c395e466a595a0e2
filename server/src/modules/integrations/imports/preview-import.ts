import type { AnswerOf, contract } from '@parvandeh/contract'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import { sentenceOfTableError } from '../../../platform/tabular/index.ts'
import type { TableSample } from '../../../platform/tabular/index.ts'
import { zoneOf } from '../../identity/index.ts'
import { formatsOf } from './mapping/settle-formats.rules.ts'
import { suggestMapping } from './mapping/suggest-mapping.rules.ts'
import type { LookedAtColumn } from './mapping/suggest-mapping.rules.ts'
import { requireImport } from './require-import.ts'
import { columnSamples, sampleImport } from './sample-import.ts'

const shownRows = 20
const shownCharacters = 200

type Preview = AnswerOf<typeof contract.imports.preview>

/** What the file looks like, and a mapping to begin with. */
export async function previewImport(context: Context, blobs: BlobStore, importId: string): Promise<Preview> {
  const one = await requireImport(context, importId, 'requests')
  const sample = await sampleImport(blobs, one.sha256)
  const zone = await zoneOf(context)
  return { ...presentSample(sample), suggestion: suggestMapping(lookedAt(sample), { fileName: one.file_name, zone }) }
}

/** The columns as guesses look at them. */
export const lookedAt = (sample: TableSample): LookedAtColumn[] =>
  columnSamples(sample).map(({ name, values }, index) => ({ name, values, common: sample.profile[index]?.common ?? [] }))

/** What the head of a file looks like, whatever its rows are. */
export function presentSample(sample: TableSample): Omit<Preview, 'suggestion'> {
  const { kind, encoding, delimiter, sheet, gzip } = sample.format
  return {
    format: { kind, encoding: encoding ?? null, delimiter: delimiter ?? null, sheet: sheet ?? null, compressed: gzip },
    columns: columnSamples(sample).map(({ values }, index) => presentColumn(sample, index, values)),
    rows: sample.rows.slice(0, shownRows).map((row) => row.cells.map((cell) => cell.slice(0, shownCharacters).toWellFormed())),
    failure: sample.fault ? { code: sample.fault.code, ...sentenceOfTableError(sample.fault) } : null,
  }
}

function presentColumn(sample: TableSample, index: number, values: readonly string[]): Preview['columns'][number] {
  const profile = sample.profile[index]
  // Numbers that happen to be days (14030512) are dates only where the column is mapped as one.
  const isPlain = profile?.looksLike === 'integer' || profile?.looksLike === 'number' || profile?.looksLike === 'phone'
  const [format, ...others] = isPlain ? [] : formatsOf({ values }).formats
  return {
    name: sample.columns[index] ?? '',
    emptyShare: profile?.shareEmpty ?? 0,
    common: profile?.common ?? [],
    distinct: profile?.distinct ?? 0,
    dateFormat: format ?? null,
    dateAmbiguous: others.length > 0,
    dateAlternatives: others,
  }
}
