import { TextArea, TextField, type TextFieldProps } from '../../../ui/TextField.tsx'
import { useCustomerWords } from '../messages.ts'
import { Doubted } from './Doubted.tsx'
import { useForm } from './use-customer-form.ts'
import type { TextFieldName } from './values.ts'

interface FormTextProps extends Pick<TextFieldProps, 'placeholder' | 'ltr' | 'hint' | 'autoFocus' | 'inputMode' | 'maxLength'> {
  name: TextFieldName
  lines?: boolean
}

/** One text of the form by its name: judged when it is left, left out where the person may not read it. */
export function FormText({ name, lines = false, autoFocus = false, ltr, inputMode, ...rest }: FormTextProps) {
  const { values, set, leave, problems, withheld } = useForm()
  const words = useCustomerWords()
  const label = words.fields[name]
  if (withheld.has(name)) return null
  const common = {
    ...rest,
    label,
    name,
    autoFocus,
    autoComplete: 'off',
    value: values[name],
    onChange: (value: string) => set({ [name]: value }),
    onBlur: () => leave(name),
    problem: problems[name],
  }
  return (
    <Doubted field={name} onSuggestion={(value) => set({ [name]: value })}>
      {lines ? (
        <TextArea {...common} rows={2} />
      ) : (
        <TextField {...common} {...(ltr ? { ltr } : {})} {...(inputMode ? { inputMode } : {})} />
      )}
    </Doubted>
  )
}
