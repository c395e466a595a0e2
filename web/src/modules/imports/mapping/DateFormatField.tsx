import { type DateFormat, dateFormatParts, dateFormats, isDateFormat, parseDate } from '@parvandeh/contract/persian'
import { TriangleAlert } from 'lucide-react'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Mapping, PreviewColumn } from '../import.types.ts'
import { useMappingWords } from './messages.ts'
import { formatInForce } from './roles.ts'

interface DateFormatFieldProps {
  column: PreviewColumn
  mapping: Pick<Mapping, 'dateFormats' | 'zone'>
  onChange: (change: Pick<Mapping, 'dateFormats'>) => void
  problem?: string | undefined
}

/** How the dates of a column are written: guessed, changeable, and to be chosen where they can be read in two ways. */
export function DateFormatField({ column, mapping, onChange, problem }: DateFormatFieldProps) {
  const words = useMappingWords()
  const label = useFormatLabel()
  const chosen = formatInForce(mapping, column)
  const fitting = new Set([column.dateFormat, ...column.dateAlternatives].filter((name) => name !== null))
  const options = [...fitting, ...dateFormats.filter((name) => !fitting.has(name))].filter(isDateFormat).map((name) => ({
    id: name as string,
    label: label(name),
    hint: fitting.has(name) ? words.likely : undefined,
  }))
  const isUndecided = column.dateAmbiguous && mapping.dateFormats[column.name] === undefined
  return (
    <div className="rounded-control bg-sunken px-3 py-2">
      <Select
        label={words.dateFormat(column.name)}
        hideLabel
        options={options}
        value={chosen}
        onChange={(format) => onChange({ dateFormats: { ...mapping.dateFormats, [column.name]: format } })}
        problem={problem}
      />
      {isUndecided && (
        <p className="mt-1.5 flex gap-1.5 text-small text-caution">
          <TriangleAlert size={15} aria-hidden="true" className="mt-0.75 shrink-0" />
          {words.ambiguous}
        </p>
      )}
      {chosen !== null && isDateFormat(chosen) && <Reading column={column} format={chosen} zone={mapping.zone} />}
    </div>
  )
}

function useFormatLabel(): (format: DateFormat) => string {
  const words = useMappingWords()
  return (format) => {
    const { calendar, order, shortYear, time } = dateFormatParts(format)
    const more = [time ? words.withTime : '', shortYear ? words.shortYear : ''].filter(Boolean)
    return [`${words.calendars[calendar]}: ${words.orders[order]}`, ...more].join(' · ')
  }
}

/** One value of the column as the chosen format reads it, so that a wrong choice is seen at once. */
function Reading({ column, format: name, zone }: { column: PreviewColumn; format: DateFormat; zone: string }) {
  const words = useMappingWords()
  const format = useFormat()
  const value = column.common.find((one) => /\p{Nd}/u.test(one.value))?.value
  if (value === undefined) return null
  const read = parseSafely(value, name, zone)
  return (
    <p className="mt-1.5 text-caption text-muted">
      <Bidi ltr>{value}</Bidi> {words.readsAs}{' '}
      {read ? (
        <span className="font-medium text-text">
          {format.day(read.day, 'long') + (read.instant ? ` · ${format.time(read.instant)}` : '')}
        </span>
      ) : (
        <span className="font-medium text-danger">{words.notRead}</span>
      )}
    </p>
  )
}

/** A zone that is half typed is none: nothing is read then. */
function parseSafely(value: string, name: DateFormat, zone: string) {
  try {
    const read = parseDate(value, name, zone)
    return read.ok ? read : null
  } catch {
    return null
  }
}
