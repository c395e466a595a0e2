import { Bidi } from '../../../ui/Bidi.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import type { Mapping, PreviewColumn, Role } from '../import.types.ts'
import { DateFormatField } from './DateFormatField.tsx'
import { useMappingWords } from './messages.ts'
import { columnOf, isMoment } from './roles.ts'
import type { MappingPartProps } from './SourceStep.tsx'

const always: readonly Role[] = ['number', 'at', 'activity']

/** The column from which one fact is read, with a few of its values; a moment also asks how its dates are written. */
export function RoleField({ role, mapping, preview, onChange, problems }: MappingPartProps & { role: Role }) {
  const words = useMappingWords()
  const column = columnOf(preview, mapping, role)
  const options = preview.columns.map(({ name, common }) => ({ id: name, label: name, hint: samplesOf(common) }))
  const choose = (name: string | null) => onChange({ columns: withColumn(mapping.columns, role, name) })
  const roleHints: Partial<Record<Role, string>> = words.roleHints
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <ComboBox
        label={words.roles[role]}
        isRequired={always.includes(role)}
        hint={column ? <Samples column={column} /> : role === 'registeredAt' && mapping.kind === 'event-log' ? undefined : roleHints[role]}
        options={options}
        value={mapping.columns[role] || null}
        onChange={choose}
        placeholder={words.noColumn}
        problem={problems[`columns.${role}`]}
      />
      {column && isMoment(role) && (
        <DateFormatField column={column} mapping={mapping} onChange={onChange} problem={problems[`dateFormats.${column.name}`]} />
      )}
    </div>
  )
}

/** `number` is always there, if empty; the other roles are left out where no column tells them. */
function withColumn(columns: Mapping['columns'], role: Role, name: string | null): Mapping['columns'] {
  const { [role]: _, ...others } = columns
  return name === null ? { number: '', ...others } : { number: '', ...others, [role]: name }
}

const samplesOf = (common: PreviewColumn['common']) =>
  common
    .slice(0, 3)
    .map(({ value }) => value)
    .join(' · ')

function Samples({ column }: { column: PreviewColumn }) {
  const words = useMappingWords()
  const samples = column.common.slice(0, 3)
  if (samples.length === 0) return words.none
  return (
    <span className="line-clamp-1">
      {words.sample} <Bidi>{samplesOf(samples)}</Bidi>
    </span>
  )
}
