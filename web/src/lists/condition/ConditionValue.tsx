import { type ConditionValue as Value, type DescribedField, operators, type Operator } from '@parvandeh/contract'
import { relativePeriodNames } from '@parvandeh/contract/persian'
import { DatePicker } from '../../ui/date/DateField.tsx'
import { usePeriodWords } from '../../ui/date/period-messages.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import type { Option } from '../../ui/OptionList.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { valuesOf } from './condition-source.types.ts'
import { ManyValues } from './ManyValues.tsx'
import { useConditionWords } from './messages.ts'

interface ConditionValueProps {
  field: DescribedField
  is: Operator
  value: Value | undefined
  options: readonly Option[] | null
  onChange: (value: Value | undefined) => void
}

type Scalar = string | number | boolean
const fewEnoughToSee = 7
const isCounted = ({ type }: DescribedField) => type === 'number' || type === 'money'
const isDated = ({ type }: DescribedField) => type === 'date' || type === 'moment'

/** An option's id as the value that the field compares: places go by number, a yes by itself. */
const read = (field: DescribedField, id: string): string | number | boolean =>
  field.type === 'place' ? Number(id) : field.type === 'yes-no' ? id === 'true' : id

/** What a line compares with, asked for in the way of the field: a number, a day, a name out of a list. */
export function ConditionValue(props: ConditionValueProps) {
  const { field, is, value, options, onChange } = props
  const words = useConditionWords()
  const periods = usePeriodWords().names
  switch (operators[is]) {
    case 'none':
      return null
    case 'days':
      return (
        <NumberField
          hideLabel
          label={words.value}
          minimum={1}
          maximum={40_000}
          unit={words.days}
          value={typeof value === 'number' ? value : null}
          onChange={(days) => onChange(days ?? undefined)}
          className="max-w-40"
        />
      )
    case 'period':
      return (
        <Select
          hideLabel
          label={words.value}
          options={relativePeriodNames.map((id) => ({ id, label: periods[id] }))}
          value={relativePeriodNames.find((name) => name === value) ?? null}
          onChange={onChange}
        />
      )
    case 'day':
      return (
        <DatePicker
          hideLabel
          label={words.value}
          value={typeof value === 'string' ? value : null}
          onChange={(day) => onChange(day ?? undefined)}
        />
      )
    case 'many':
      return (
        <ManyValues
          options={options}
          value={valuesOf(value).map(String)}
          isCounted={isCounted(field)}
          onChange={(ids) =>
            onChange(ids.length === 0 ? undefined : ids.map((id) => (isCounted(field) ? Number(id) : (read(field, id) as string | number))))
          }
        />
      )
    case 'range':
      return <Range {...props} />
    case 'one':
      return <One {...props} label={words.value} value={valuesOf(value)[0]} onChange={(one) => onChange(one)} />
  }
}

function Range({ field, is, options, value, onChange }: ConditionValueProps) {
  const words = useConditionWords()
  const [from, to] = valuesOf(value)
  const change = (given: { from?: Scalar | undefined; to?: Scalar | undefined }) => {
    const pair = [given.from ?? from, given.to ?? to]
    // Until both ends are there, the one that is stands for both.
    onChange(pair.map((end) => end ?? pair.find((other) => other !== undefined)) as (string | number)[])
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <One {...{ field, is, options }} label={words.from} value={from} onChange={(one) => change({ from: one })} />
      <One {...{ field, is, options }} label={words.to} value={to} onChange={(one) => change({ to: one })} />
    </div>
  )
}

type OneProps = Omit<ConditionValueProps, 'value' | 'onChange'> & {
  label: string
  value: Scalar | undefined
  onChange: (value: Scalar | undefined) => void
}

function One({ field, options, label, value, onChange }: OneProps) {
  const words = useConditionWords()
  if (isDated(field))
    return (
      <DatePicker hideLabel label={label} value={typeof value === 'string' ? value : null} onChange={(day) => onChange(day ?? undefined)} />
    )
  if (isCounted(field))
    return (
      <NumberField
        hideLabel
        label={label}
        decimals={field.type === 'number' ? 2 : 0}
        unit={field.type === 'money' ? words.rial : undefined}
        value={typeof value === 'number' ? value : null}
        onChange={(number) => onChange(number ?? undefined)}
      />
    )
  if (options && options.length <= fewEnoughToSee)
    return (
      <Select
        hideLabel
        label={label}
        options={options}
        value={value === undefined ? null : String(value)}
        onChange={(id) => onChange(read(field, id))}
      />
    )
  if (options)
    return (
      <ComboBox
        hideLabel
        label={label}
        options={options}
        value={value === undefined ? null : String(value)}
        onChange={(id) => onChange(id === null ? undefined : read(field, id))}
      />
    )
  return (
    <TextField
      hideLabel
      label={label}
      maxLength={300}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  )
}
