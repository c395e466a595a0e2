import type { Context } from '../../../platform/context.ts'
import { wordOf } from '../../../platform/subjects/copied-table.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { customPrefix } from '../fields/field-catalogue.ts'
import { readKept } from './copy.queries.ts'
import type { KeptOfFile } from './copy.queries.ts'
import { otherCustomer, sources } from './copy-words.ts'

/** A value under its path; `title` where the catalogue of fields has no name for it. */
interface FieldRow extends Record<string, unknown> {
  field: string
  title?: string
  value: unknown
}

/** Everything that these files say and that is kept of them as files, a value each. */
export async function* fieldRows(context: Context, files: readonly CustomerFile[]): AsyncGenerator<FieldRow> {
  const kept = new Map(
    (
      await readKept(
        context,
        files.map(({ customerId }) => customerId),
      )
    ).map((row) => [row.id, row]),
  )
  for (const file of files) {
    const { customerId, code, fields, unitId, ownerId, provisional, createdAt, custom } = file
    const { photoId: _photo, ...fixed } = fields
    const own = Object.fromEntries(Object.entries(custom).map(([key, value]) => [`${customPrefix}${key}`, value]))
    for (const [field, value] of Object.entries({ code, ...fixed, ...own, unitId, ownerId, provisional, createdAt }))
      if (value !== null && value !== undefined) yield { field, value }
    for (const [field, reason] of Object.entries(file.acceptedProblems)) yield { field, title: words(context, 'accepted'), value: reason }
    const beside = kept.get(customerId)
    if (beside) yield* besideOf(context, beside)
  }
}

function* besideOf(context: Context, kept: KeptOfFile): Generator<FieldRow> {
  const { lastContactAt, sourceKind } = kept
  const said: Record<string, unknown> = {
    lastContactAt: lastContactAt instanceof Date ? lastContactAt : null,
    completeness: kept.completeness,
    trust: kept.trust,
  }
  for (const [field, value] of Object.entries(said)) if (value !== null) yield { field, value }
  const titled: Record<keyof typeof titles & string, unknown> = {
    accepted: null,
    source: sourceKind && wordOf(sources, sourceKind, context.locale),
    marketer: kept.marketerId,
    referrer: kept.hasReferrer ? otherCustomer[context.locale] : null,
    external: kept.externalKeys.length > 0 ? kept.externalKeys : null,
    removedAt: kept.deletedAt,
    removal: kept.removalReason,
  }
  for (const [key, value] of Object.entries(titled))
    if (value !== null) yield { field: key, title: words(context, key as keyof typeof titles), value }
}

const titles = {
  accepted: { fa: 'دلیل نگه‌داشتن مقدار تردیدآمیز', en: 'Why a doubtful value was kept' },
  source: { fa: 'سرچشمهٔ پرونده', en: 'Where the file came from' },
  marketer: { fa: 'بازاریاب', en: 'Marketer' },
  referrer: { fa: 'معرف', en: 'Referrer' },
  external: { fa: 'کلید در سامانه‌های دیگر', en: 'Key in other systems' },
  removedAt: { fa: 'زمان حذف پرونده', en: 'File removed at' },
  removal: { fa: 'دلیل حذف پرونده', en: 'Why the file was removed' },
}
const words = ({ locale }: Context, key: keyof typeof titles): string => titles[key][locale]
