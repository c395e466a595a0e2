import { instantOfLocal } from '@parvandeh/contract/persian'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { FieldRow } from '../customers.tables.ts'
import { customPrefix } from '../fields/field-catalogue.ts'
import type { ExportedFile } from './export-columns.ts'

type Column = ExportColumn<ExportedFile>
const yesNo = { fa: ['بله', 'خیر'], en: ['yes', 'no'] } as const

/** One of the organisation's own fields as a column of the export. */
export function ownColumn(field: FieldRow): Column {
  const column: Column = {
    key: `${customPrefix}${field.key}`,
    header: { fa: field.label_fa, en: field.label_en ?? field.label_fa },
    accessClass: field.access_class,
    cell: ({ row, ownNames }, locale) => textOf(field, row.own_values[field.key], ownNames, locale),
  }
  if (field.type === 'number' || field.type === 'money')
    return { ...column, cell: ({ row }) => row.own_values[field.key] as number | undefined }
  if (field.type !== 'date') return column
  return {
    ...column,
    kind: 'day',
    cell: ({ row }) => {
      const day = row.own_values[field.key]
      // Noon is of this day in every zone that the organisation may be in.
      return typeof day === 'string' ? instantOfLocal(day, '12:00', 'Asia/Tehran') : undefined
    },
  }
}

type Value = ExportedFile['row']['own_values'][string] | undefined

function textOf(field: FieldRow, value: Value, names: ReadonlyMap<string, string>, locale: 'fa' | 'en'): string | null {
  if (value === undefined) return null
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1]
  const called = (one: string) => {
    const label = field.choices.find(({ key }) => key === one)?.label
    return label ? (locale === 'en' ? (label.en ?? label.fa) : label.fa) : one
  }
  if (Array.isArray(value)) return value.map(called).join(locale === 'fa' ? '، ' : ', ')
  if (field.type === 'choice') return called(String(value))
  if (field.type === 'person' || field.type === 'customer') return names.get(String(value)) ?? null
  return String(value)
}
