import type { CustomValue } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { FieldRow } from '../customers.tables.ts'
import { sortNameOf } from '../files/display-name.rules.ts'
import type { CustomValues, WrittenFile } from '../files/file.types.ts'
import { numberRow, phoneRow, textRow } from '../files/search-rows.rules.ts'
import type { SearchRow } from '../files/search-rows.rules.ts'
import { insertSearchRows } from '../search/search-rows.queries.ts'
import { sentenceOfCustom } from './custom-words.ts'
import { customPrefix } from './field-catalogue.ts'
import { claimValues, clearFieldValues, insertFieldValues, releaseValues, shareFields } from './field-values.queries.ts'
import type { FieldValue } from './field-values.queries.ts'
import { readFields } from './fields.queries.ts'
import { customPath } from './settle-custom.ts'
import { uniqueKeyOf } from './tidy-custom.rules.ts'

/** What search finds by the organisation's own fields, what filters ask, and what no two files may hold. */
export async function followCustom(context: Context, written: readonly WrittenFile[]): Promise<void> {
  if (!written.some(({ before, after }) => holdsAny(before?.custom) || holdsAny(after.custom))) return
  await shareFields(context)
  const fields = await readFields(context)
  await keepUnique(context, fields, written)
  await clearFieldValues(
    context,
    written.flatMap(({ before }) => before?.customerId ?? []),
  )
  await insertFieldValues(
    context,
    written.flatMap(({ after }) => fieldValuesOf(fields, after.customerId, after.custom)),
  )
  await insertSearchRows(
    context,
    written.flatMap(({ after: { customerId, unitId, ownerId, custom } }) =>
      customSearchRows(fields, custom).map((row) => ({ ...row, customerId, unitId, ownerId })),
    ),
  )
}

const holdsAny = (custom: CustomValues | undefined): boolean => custom !== undefined && Object.keys(custom).length > 0

async function keepUnique(context: Context, fields: readonly FieldRow[], written: readonly WrittenFile[]): Promise<void> {
  for (const field of fields.filter((one) => one.is_unique)) {
    const changed = written.filter(({ before, after }) => before?.custom[field.key] !== after.custom[field.key])
    const claim = (customerId: string, value: CustomValue | undefined) =>
      value === undefined || value === null ? [] : [{ customerId, value: uniqueKeyOf(value) }]
    await releaseValues(
      context,
      field.id,
      changed.flatMap(({ before }) => (before ? claim(before.customerId, before.custom[field.key]) : [])),
    )
    const claims = changed.flatMap(({ after }) => claim(after.customerId, after.custom[field.key]))
    if ((await claimValues(context, field.id, claims)) === claims.length) continue
    const message = sentenceOfCustom('not-unique', context.locale)
    throw new AppError('invalid-input', { problems: [{ field: customPath(field.key), code: 'not-unique', message }] })
  }
}

/** What filters ask of a file: a row for each value, and one for each choice of many. */
export const fieldValuesOf = (fields: readonly FieldRow[], customerId: string, custom: CustomValues): FieldValue[] =>
  fields
    .filter(({ filtered }) => filtered)
    .flatMap((field) => {
      const value = custom[field.key]
      if (value === undefined || value === null) return []
      const folded = isText(field) ? foldJoined(String(value)).slice(0, 1000) : null
      // A long text is asked for what it contains, never compared whole.
      const kept = field.type === 'long-text' ? '' : value
      const sortText = field.type === 'text' ? sortNameOf(String(value)) : null
      return (Array.isArray(kept) ? kept : [kept]).map((one) => ({ customerId, fieldId: field.id, value: one, folded, sortText }))
    })

const isText = ({ type }: FieldRow): boolean => ['text', 'long-text', 'email', 'address', 'phone'].includes(type)

/** What search finds a file by among its custom values. */
export const customSearchRows = (fields: readonly FieldRow[], custom: CustomValues): SearchRow[] =>
  fields
    .filter(({ searchable }) => searchable)
    .flatMap((field) => {
      const value = custom[field.key]
      return value === undefined || value === null ? [] : searchRow(field, value)
    })

function searchRow(field: FieldRow, value: NonNullable<CustomValue>): SearchRow[] {
  const source = `${customPrefix}${field.key}` as const
  if (field.type === 'phone') return phoneRow(source, String(value), source)
  if (field.type === 'number' || field.type === 'money') return [numberRow(source, String(value), String(value), source)]
  if (isText(field)) return [textRow(source, String(value).slice(0, 200), String(value), source)]
  const named = field.choices.filter(({ key }) => (Array.isArray(value) ? value.includes(key) : value === key))
  return named.map(({ label }) => textRow(source, label.fa, label.fa, source))
}
