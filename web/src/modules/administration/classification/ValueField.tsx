import { type DescribedField, type Leaf, type Operator, operators } from '@parvandeh/contract'
import { relativePeriodNames } from '@parvandeh/contract/persian'
import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { focusRing } from '../../../ui/classes.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { DateField } from '../../../ui/date/DateField.tsx'
import { usePeriodWords } from '../../../ui/date/period-messages.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useClassificationWords } from './messages.ts'
import { useValueOptions } from './value-options.ts'

type Value = Leaf['value']

interface ValueFieldProps {
  field: DescribedField
  is: Operator
  value: Value
  onChange: (value: Value) => void
}

/** What a field is compared with, asked for in the shape that the operator needs. */
export function ValueField({ field, is, value, onChange }: ValueFieldProps) {
  const words = useClassificationWords()
  const periods = usePeriodWords()
  switch (operators[is]) {
    case 'none':
      return null
    case 'days':
      return (
        <NumberField
          hideLabel
          label={words.value}
          className="w-28"
          minimum={1}
          value={numberOf(value)}
          onChange={(days) => onChange(days ?? undefined)}
        />
      )
    case 'period':
      return (
        <Select
          hideLabel
          label={words.value}
          className="w-44"
          options={relativePeriodNames.map((id) => ({ id, label: periods.names[id] }))}
          value={(typeof value === 'string' ? value : null) as (typeof relativePeriodNames)[number] | null}
          onChange={onChange}
        />
      )
    case 'day':
      return <OneValue field={field} value={value} onChange={onChange} />
    case 'range': {
      const [from, to] = Array.isArray(value) ? value : []
      const set = (pair: [Value, Value]) => onChange(pair as [string, string])
      return (
        <span className="flex flex-wrap gap-2">
          <OneValue field={field} label={words.from} value={from} onChange={(first) => set([first, to ?? first])} />
          <OneValue field={field} label={words.to} value={to} onChange={(second) => set([from ?? second, second])} />
        </span>
      )
    }
    case 'many':
      return <ManyValues field={field} value={Array.isArray(value) ? value : []} onChange={onChange} />
    case 'one':
      return <OneValue field={field} value={value} onChange={onChange} />
  }
}

const numberOf = (value: Value): number | null => (typeof value === 'number' ? value : null)
const textOf = (value: Value): string => (typeof value === 'string' ? value : '')

interface OneValueProps {
  field: DescribedField
  label?: string
  value: Value
  onChange: (value: Value) => void
}

function OneValue({ field, label, value, onChange }: OneValueProps) {
  const words = useClassificationWords()
  const options = useValueOptions(field)
  const common = { hideLabel: true, label: label ?? words.value, className: 'w-48 max-sm:w-full' }
  if (field.type === 'yes-no')
    return (
      <Select
        {...common}
        options={[
          { id: 'true', label: words.yes },
          { id: 'false', label: words.no },
        ]}
        value={value === undefined ? null : String(value)}
        onChange={(chosen) => onChange(chosen === 'true')}
      />
    )
  if (options)
    return (
      <ComboBox
        {...common}
        options={options}
        value={value === undefined ? null : String(value)}
        onChange={(id) => onChange(id === null ? undefined : field.type === 'place' ? Number(id) : id)}
      />
    )
  if (field.type === 'number' || field.type === 'money')
    return <NumberField {...common} decimals={2} value={numberOf(value)} onChange={(number) => onChange(number ?? undefined)} />
  if (field.type === 'date' || field.type === 'moment')
    return <DateField {...common} value={textOf(value) || null} onChange={(day) => onChange(day ?? undefined)} />
  return <TextField {...common} maxLength={300} value={textOf(value)} onChange={(text) => onChange(text || undefined)} />
}

interface ManyValuesProps {
  field: DescribedField
  value: (string | number)[]
  onChange: (value: Value) => void
}

/** Several values as chips, added one at a time. */
function ManyValues({ field, value, onChange }: ManyValuesProps) {
  const words = useClassificationWords()
  const options = useValueOptions(field)
  const set = (next: (string | number)[]) => onChange(next.length > 0 ? next : undefined)
  const nameOf = (one: string | number) => options?.find(({ id }) => id === String(one))?.label ?? String(one)
  if (!options) return <OneValue field={field} value={value[0]} onChange={(one) => set(one === undefined ? [] : [one as string])} />
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
      {value.map((one) => (
        <span key={one} className="inline-flex min-h-7 items-center gap-1 rounded-full bg-hover ps-2.5 pe-1 text-small">
          <bdi>{nameOf(one)}</bdi>
          <AriaButton
            aria-label={words.takeOut(nameOf(one))}
            onPress={() => set(value.filter((other) => other !== one))}
            className={`grid size-6 cursor-pointer place-items-center rounded-full text-muted data-hovered:bg-pressed ${focusRing}`}
          >
            <X size={13} aria-hidden="true" />
          </AriaButton>
        </span>
      ))}
      <ComboBox
        hideLabel
        label={words.chooseMore}
        placeholder={words.chooseMore}
        className="w-40"
        options={options.filter(({ id }) => !value.map(String).includes(id))}
        value={null}
        onChange={(id) => id !== null && set([...value, field.type === 'place' ? Number(id) : id])}
      />
    </span>
  )
}
