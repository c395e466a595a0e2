import { channels, outcomes, priorities } from '@parvandeh/contract'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Mapping, PreviewColumn } from '../import.types.ts'
import { useMappingWords } from './messages.ts'
import { columnOf } from './roles.ts'
import type { MappingPartProps } from './SourceStep.tsx'
import { Step } from './Step.tsx'

/** The roles whose values are translated one by one. */
const translated = ['priority', 'channel', 'outcome'] as const

/** Whether any column of the mapping has values to be translated. */
export const hasValues = ({ columns }: Mapping): boolean => translated.some((role) => columns[role])

/** What the values of priority, channel and outcome mean here. */
export function ValuesStep({ number, ...props }: MappingPartProps & { number: number }) {
  const words = useMappingWords()
  const { mapping, preview, onChange } = props
  const tables = [
    { role: 'priority', field: 'priorities', meanings: priorities, names: words.priorities },
    { role: 'channel', field: 'channels', meanings: channels, names: words.channels },
    { role: 'outcome', field: 'outcomes', meanings: outcomes.filter((one) => one !== 'duplicate'), names: words.outcomes },
  ] as const
  return (
    <Step number={number} title={words.steps.values}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {tables.map(({ role, field, meanings, names }) => {
          const column = columnOf(preview, mapping, role)
          if (!column) return null
          const given: Record<string, string> = mapping[field]
          return (
            <ValueTable
              key={role}
              title={words.valuesOf(words.roles[role])}
              column={column}
              missing={mapping.missing}
              meanings={meanings.map((id) => ({ id, label: (names as Record<string, string>)[id] ?? id }))}
              given={given}
              onChange={(next) => onChange({ [field]: next } as Partial<Mapping>)}
            />
          )
        })}
      </div>
    </Step>
  )
}

interface ValueTableProps {
  title: string
  column: PreviewColumn
  missing: readonly string[]
  meanings: readonly { id: string; label: string }[]
  given: Record<string, string>
  onChange: (given: Record<string, string>) => void
}

function ValueTable({ title, column, missing, meanings, given, onChange }: ValueTableProps) {
  const words = useMappingWords()
  const values = [...new Set([...column.common.map(({ value }) => value), ...Object.keys(given)])].filter(
    (value) => !missing.includes(value),
  )
  const mean = (value: string, meaning: string) => {
    const { [value]: _, ...others } = given
    onChange(meaning === 'none' ? others : { ...others, [value]: meaning })
  }
  return (
    <section>
      <h3 className="mb-2 text-small font-semibold text-muted">{title}</h3>
      <ul className="divide-y divide-line rounded-control border border-line">
        {values.map((value) => (
          <li key={value} className="grid grid-cols-[minmax(0,1fr)_minmax(9rem,12rem)] items-center gap-3 px-3 py-1.5">
            <span className="truncate" title={value}>
              <Bidi>{value}</Bidi>
            </span>
            <Select
              hideLabel
              label={`${words.means}: ${value}`}
              options={[{ id: 'none', label: words.noMeaning }, ...meanings]}
              value={given[value] ?? 'none'}
              onChange={(meaning) => mean(value, meaning)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
