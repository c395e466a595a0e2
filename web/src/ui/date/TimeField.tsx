import { parseTime } from '@internationalized/date'
import { DateInput, DateSegment, TimeField as AriaTimeField } from 'react-aria-components'
import { classes, controlBox } from '../classes.ts'
import { fieldClass, FieldLabel, FieldNotes, type FieldWords } from '../Field.tsx'

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

/** The typed parts stand left to right in both languages, as 14:35 is read in running text. */
function TypedParts() {
  return (
    <DateInput dir="ltr" className="flex flex-1 items-center px-3 in-[[dir=rtl]]:justify-end">
      {(segment) => (
        <DateSegment
          segment={segment}
          className="rounded-[0.25rem] px-0.5 text-body outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-faint data-placeholder:data-focused:text-on-accent data-[type=literal]:px-0 data-[type=literal]:text-faint"
        />
      )}
    </DateInput>
  )
}
