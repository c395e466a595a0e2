import type { CustomField, CustomValue } from '@parvandeh/contract'
import type { ReactNode } from 'react'
import { ComboBox } from '../ui/ComboBox.tsx'
import { DatePicker } from '../ui/date/DateField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { ChoicesInput } from './ChoicesInput.tsx'
import { CustomerInput } from './CustomerInput.tsx'
import { FileInput } from './FileInput.tsx'
import { useOwnFieldWords } from './messages.ts'
import { PersonInput } from './PersonInput.tsx'
import { useLabelOf } from './use-own-fields.ts'

export interface OwnInputProps {
  field: Pick<CustomField, 'key' | 'type' | 'label' | 'help' | 'choices' | 'rules' | 'required'>
  value: CustomValue | undefined
  onChange: (value: CustomValue) => void
  onBlur?: (() => void) | undefined
  problem?: string | undefined
  autoFocus?: boolean
  /** The file that the value is of; a new one has none yet. */
  customerId?: string | undefined
  names?: Readonly<Record<string, string>> | undefined
}

/** The input of an own field, by its type: the same on the form of a customer and in the preview of a definition. */
export function OwnInput(props: OwnInputProps): ReactNode {
  const { field, value, onChange, problem, onBlur, autoFocus = false } = props
  const common = useCommon(props)
  const text = typeof value === 'string' ? value : ''
  const texts = { ...common, value: text, onChange: (typed: string) => onChange(typed === '' ? null : typed), autoComplete: 'off' }
  const number = { ...common, value: typeof value === 'number' ? value : null, onChange: (typed: number | null) => onChange(typed) }
  switch (field.type) {
    case 'text':
      return <TextField {...texts} {...(onBlur ? { onBlur } : {})} maxLength={field.rules.most ?? 500} />
    case 'long-text':
      return <TextArea {...texts} {...(onBlur ? { onBlur } : {})} rows={3} maxLength={field.rules.most ?? 5000} />
    case 'address':
      return <TextArea {...texts} {...(onBlur ? { onBlur } : {})} rows={2} maxLength={500} />
    case 'phone':
      return <TextField {...texts} {...(onBlur ? { onBlur } : {})} ltr inputMode="tel" maxLength={60} />
    case 'email':
      return <TextField {...texts} {...(onBlur ? { onBlur } : {})} ltr inputMode="email" maxLength={200} />
    case 'number':
      return <NumberField {...number} decimals={4} />
    case 'money':
      return <MoneyField {...number} hint={typeof common.hint === 'string' ? common.hint : undefined} />
    case 'date':
      return <DatePicker {...common} value={text || null} onChange={(day) => onChange(day)} />
    case 'yes-no':
      return <YesNo {...props} />
    case 'choice':
      return <Choice {...props} />
    case 'choices':
      return <Choices {...props} />
    case 'person':
      return <PersonInput {...common} value={text || null} onChange={onChange} />
    case 'customer':
      return (
        <CustomerInput
          label={common.label}
          hint={common.hint}
          isRequired={field.required}
          problem={problem}
          value={text || null}
          names={props.names}
          onChange={onChange}
          autoFocus={autoFocus}
        />
      )
    case 'file':
      return (
        <FileInput
          label={common.label}
          hint={common.hint}
          problem={problem}
          value={text || null}
          customerId={props.customerId}
          onChange={onChange}
        />
      )
  }
}

function useCommon({ field, problem, autoFocus = false }: OwnInputProps) {
  const labelOf = useLabelOf()
  const help = labelOf({ fa: field.help.fa ?? '', en: field.help.en })
  return { label: labelOf(field.label), ...(help ? { hint: help } : {}), problem, isRequired: field.required, autoFocus }
}

function YesNo(props: OwnInputProps) {
  const words = useOwnFieldWords()
  const { label } = useCommon(props)
  const options = [
    { id: 'yes', label: words.yes },
    { id: 'no', label: words.no },
    { id: 'unsaid', label: words.unsaid },
  ] as const
  const chosen = props.value === true ? 'yes' : props.value === false ? 'no' : 'unsaid'
  return (
    <Segmented
      showLabel
      label={label}
      options={options}
      value={chosen}
      onChange={(id) => props.onChange(id === 'unsaid' ? null : id === 'yes')}
    />
  )
}

function Choice(props: OwnInputProps) {
  const words = useOwnFieldWords()
  const labelOf = useLabelOf()
  const value = typeof props.value === 'string' ? props.value : null
  const options = props.field.choices
    .filter(({ key, retired }) => !retired || key === value)
    .map(({ key, label }) => ({ id: key, label: labelOf(label) }))
  return <ComboBox {...useCommon(props)} placeholder={words.nothing} options={options} value={value} onChange={props.onChange} />
}

function Choices(props: OwnInputProps) {
  const labelOf = useLabelOf()
  const { label, problem } = useCommon(props)
  const chosen = Array.isArray(props.value) ? props.value : []
  const options = props.field.choices
    .filter(({ key, retired }) => !retired || chosen.includes(key))
    .map((choice) => ({ key: choice.key, name: labelOf(choice.label) }))
  return <ChoicesInput label={label} problem={problem} options={options} value={chosen} onChange={props.onChange} />
}
