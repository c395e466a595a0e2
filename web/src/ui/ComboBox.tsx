import { foldJoined } from '@parvandeh/contract/persian'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button, ComboBox as AriaComboBox, type ComboBoxProps as AriaComboBoxProps, Group, Input } from 'react-aria-components'
import { classes, controlBox } from './classes.ts'
import { fieldClass, FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import { useUiWords } from './messages.ts'
import { type Option, OptionList } from './OptionList.tsx'
import { Spinner } from './Spinner.tsx'
import { inputClass } from './TextField.tsx'

type Inherited = 'isDisabled' | 'isRequired' | 'name' | 'autoFocus' | 'id'

export interface ComboBoxProps<Id extends string> extends Pick<AriaComboBoxProps<Option>, Inherited>, FieldWords {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (value: Id | null) => void
  /** The name of the chosen one, where it may lie outside the options at hand. */
  valueLabel?: string | undefined
  /** Asks for options that fit what was typed. Without it the given options are narrowed here, by Persian folding. */
  onSearch?: (typed: string) => void
  isPending?: boolean
  placeholder?: string
  /** Said where there are no options, such as what to type; left out, that nothing was found. */
  emptyText?: string | undefined
}

/** One choice out of a long or remote list, narrowed by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const {
    label,
    hint,
    problem,
    hideLabel,
    className,
    options,
    value,
    onChange,
    valueLabel: _valueLabel,
    onSearch,
    isPending,
    placeholder,
    emptyText,
    ...rest
  } = props
  const words = useUiWords()
  const { text, fitting, type, forget } = useNarrowing(props)
  // A form that opens with this field focused opens with its list closed: an open list would hide the rest of the form.
  const [wasLeft, setWasLeft] = useState(false)
  const opensOnFocus = !onSearch && (wasLeft || !rest.autoFocus)
  return (
    <AriaComboBox
      {...rest}
      items={fitting}
      value={value}
      onChange={(key) => {
        forget()
        if (key !== value) onChange(key as Id | null)
      }}
      inputValue={text}
      onInputChange={(next) => next !== text && type(next)}
      onBlur={() => {
        forget()
        setWasLeft(true)
      }}
      isInvalid={Boolean(problem)}
      // A list that is asked for opens once something is typed: before that it has nothing to offer.
      menuTrigger={opensOnFocus ? 'focus' : 'input'}
      allowsEmptyCollection
      className={fieldClass(className)}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} hideLabel={hideLabel} />
      <Group className={classes(controlBox, 'flex items-center')}>
        <Input placeholder={placeholder} className={inputClass()} />
        {isPending && <Spinner size={16} />}
        <Button className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-control text-muted outline-none">
          <ChevronDown size={17} />
        </Button>
      </Group>
      <FieldNotes hint={hint} problem={problem} />
      <OptionList options={fitting} emptyText={isPending ? words.searching : (emptyText ?? words.noResults)} />
    </AriaComboBox>
  )
}

/** What stands in the field, and the options that fit what was typed into it. */
function useNarrowing<Id extends string>({ options, value, valueLabel, onChange, onSearch }: ComboBoxProps<Id>) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? options.find((option) => option.id === value)?.label ?? valueLabel ?? ''
  const fitting = onSearch || typed === null ? options : options.filter((option) => fits(option, typed))
  const type = (next: string) => {
    setTyped(next)
    onSearch?.(next)
    if (next === '' && value !== null) onChange(null)
  }
  return { text, fitting, type, forget: () => setTyped(null) }
}

function fits({ label, hint }: Option, typed: string): boolean {
  return foldJoined(`${label} ${hint ?? ''}`).includes(foldJoined(typed))
}
