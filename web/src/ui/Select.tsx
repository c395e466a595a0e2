import { ChevronDown } from 'lucide-react'
import { Button, Select as AriaSelect, type SelectProps as AriaSelectProps, SelectValue } from 'react-aria-components'
import { classes, controlBox } from './classes.ts'
import { fieldClass, FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import { useUiWords } from './messages.ts'
import { type Option, OptionList } from './OptionList.tsx'

type Inherited = 'isDisabled' | 'isRequired' | 'name' | 'autoFocus' | 'id'

export interface SelectProps<Id extends string> extends Pick<AriaSelectProps, Inherited>, FieldWords {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (value: Id) => void
  placeholder?: string
}

/** One choice out of a short list. For long or remote lists use `ComboBox`. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hint, problem, hideLabel, className, options, value, onChange, placeholder, ...rest } = props
  const words = useUiWords()
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => key !== null && onChange(key as Id)}
      isInvalid={Boolean(problem)}
      placeholder={placeholder ?? words.choose}
      className={fieldClass(className)}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} hideLabel={hideLabel} />
      <Button className={classes(controlBox, 'flex cursor-pointer items-center gap-2 ps-3 pe-2 text-start outline-none')}>
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-faint">
          {({ isPlaceholder, selectedText }) => (isPlaceholder ? (placeholder ?? words.choose) : selectedText)}
        </SelectValue>
        <ChevronDown size={17} className="shrink-0 text-muted" aria-hidden="true" />
      </Button>
      <FieldNotes hint={hint} problem={problem} />
      <OptionList options={options} emptyText={words.noResults} />
    </AriaSelect>
  )
}
