import { parseTime } from '@internationalized/date'
import { TimeField as AriaTimeField } from 'react-aria-components'
import { classes, controlBox } from '../classes.ts'
import { fieldClass, FieldLabel, FieldNotes, type FieldWords } from '../Field.tsx'
import { TypedParts } from './DateField.tsx'

interface TimeFieldProps extends FieldWords {
  /** `HH:MM` on a clock of 24 hours. */
  value: string | null
  onChange: (time: string | null) => void
  isDisabled?: boolean
}

/** A time of day, on a clock of 24 hours in both languages. */
export function TimeField({ label, hint, problem, isRequired, hideLabel, className, value, onChange, isDisabled }: TimeFieldProps) {
  return (
    <AriaTimeField
      value={value ? parseTime(value) : null}
      onChange={(time) => onChange(time ? time.toString().slice(0, 5) : null)}
      hourCycle={24}
      shouldForceLeadingZeros
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      isInvalid={Boolean(problem)}
      className={fieldClass(className)}
    >
      <FieldLabel label={label} isRequired={isRequired} hideLabel={hideLabel} />
      <div className={classes(controlBox, 'flex')}>
        <TypedParts />
      </div>
      <FieldNotes hint={hint} problem={problem} />
    </AriaTimeField>
  )
}
