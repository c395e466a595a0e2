import type { ReactNode } from 'react'
import { Radio, RadioGroup as AriaRadioGroup, type RadioGroupProps as AriaRadioGroupProps } from 'react-aria-components'
import { choiceClass } from './choice.ts'
import { classes } from './classes.ts'
import { fieldClass, FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'

type Inherited = 'isDisabled' | 'isRequired' | 'name' | 'orientation'

interface RadioGroupProps<Id extends string> extends Pick<AriaRadioGroupProps, Inherited>, FieldWords {
  options: readonly { id: Id; label: string; hint?: ReactNode; isDisabled?: boolean }[]
  value: Id | null
  onChange: (value: Id) => void
}

/** One choice of a few, all of them in view. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, hint, problem, hideLabel, className, options, value, onChange, orientation = 'vertical', ...rest } = props
  return (
    <AriaRadioGroup
      {...rest}
      orientation={orientation}
      value={value}
      onChange={(key) => onChange(key as Id)}
      isInvalid={Boolean(problem)}
      className={fieldClass(className)}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} hideLabel={hideLabel} />
      <div className={classes('flex gap-x-6', orientation === 'vertical' ? 'flex-col' : 'flex-wrap')}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.isDisabled ?? false} className={choiceClass}>
            <span className="mt-[0.3rem] grid size-4.5 shrink-0 place-items-center rounded-full border border-line-strong bg-surface transition-[border-width] duration-100 group-data-focus-visible/choice:outline-2 group-data-focus-visible/choice:outline-offset-2 group-data-focus-visible/choice:outline-accent group-data-selected/choice:border-[5px] group-data-selected/choice:border-accent" />
            <span className="min-w-0">
              {option.label}
              {option.hint && <span className="block text-small text-muted">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} problem={problem} />
    </AriaRadioGroup>
  )
}
