import type { completenessRoutes, ResponseOf } from '@parvandeh/contract'
import { useLanguage } from '../../../i18n/language.tsx'
import { ChoicesInput } from '../../../own-fields/ChoicesInput.tsx'
import { CustomerInput } from '../../../own-fields/CustomerInput.tsx'
import { PersonInput } from '../../../own-fields/PersonInput.tsx'
import { DateField } from '../../../ui/date/DateField.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useCollectionWords } from '../messages.ts'
import { PlaceAnswer } from './PlaceAnswer.tsx'

export type Missing = ResponseOf<typeof completenessRoutes.ofFile>['missing'][number]
export type Answer = string | number | boolean | string[] | null

/** What can be answered where it is asked; a file is added in the form of the customer. */
export const isAnswerable = ({ type }: Missing): boolean => type !== 'file'

interface AnswerFieldProps {
  customerId: string
  field: Missing
  value: Answer
  onChange: (value: Answer) => void
  problem?: string | undefined
}

/** The field in which one question is answered, by the type of what is asked. */
export function AnswerField({ customerId, field, value, onChange, problem }: AnswerFieldProps) {
  const words = useCollectionWords()
  const language = useLanguage()
  const label = field.label[language]
  const shared = { label, hideLabel: true, problem, className: 'min-w-40 flex-1' }
  const number = typeof value === 'number' ? value : null
  const text = typeof value === 'string' ? value : ''
  if (field.type === 'number') return <NumberField {...shared} value={number} onChange={onChange} decimals={3} />
  if (field.type === 'money') return <MoneyField {...shared} value={number} onChange={onChange} />
  if (field.type === 'date') return <DateField {...shared} value={text || null} onChange={onChange} />
  if (field.type === 'place')
    return <PlaceAnswer {...shared} field={field.key} customerId={customerId} value={number} onChange={onChange} />
  if (field.type === 'person') return <PersonInput {...shared} placeholder={words.typeName} value={text || null} onChange={onChange} />
  if (field.type === 'customer') return <CustomerInput {...shared} value={text || null} onChange={onChange} />
  if (field.type === 'choices') {
    const options = (field.choices ?? []).map((choice) => ({ key: choice.key, name: choice.label[language] }))
    return <ChoicesInput {...shared} options={options} value={Array.isArray(value) ? value : []} onChange={onChange} />
  }
  if (field.type === 'yes-no' || field.type === 'choice') {
    const choices =
      field.type === 'yes-no'
        ? [
            { id: 'true', label: words.yes },
            { id: 'false', label: words.no },
          ]
        : (field.choices ?? []).map((choice) => ({ id: choice.key, label: choice.label[language] }))
    const chosen = field.type === 'yes-no' ? (value === null ? null : String(value)) : text || null
    return <Select {...shared} options={choices} value={chosen} onChange={(id) => onChange(field.type === 'yes-no' ? id === 'true' : id)} />
  }
  const isLatin = field.type === 'phone' || field.type === 'email' || /code|number|id$/iu.test(field.key)
  return <TextField {...shared} ltr={isLatin} value={text} onChange={onChange} maxLength={500} />
}
