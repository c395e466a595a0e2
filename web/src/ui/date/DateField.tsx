import { type CalendarDate, parseDate } from '@internationalized/date'
import { CalendarDays as CalendarIcon } from 'lucide-react'
import {
  Button,
  Calendar,
  DateField as AriaDateField,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components'
import { classes, controlBox, floating } from '../classes.ts'
import { fieldClass, FieldLabel, FieldNotes, type FieldWords } from '../Field.tsx'
import { useUiWords } from '../messages.ts'
import { CalendarDays, CalendarTop } from './calendar-parts.tsx'

/** A day on the wire: `YYYY-MM-DD`, Gregorian. What is shown and typed follows the calendar of the language. */
type Day = string

export interface DateFieldProps extends FieldWords {
  value: Day | null
  onChange: (day: Day | null) => void
  minimum?: Day
  maximum?: Day
  isDisabled?: boolean
  autoFocus?: boolean
  name?: string
}

const parsed = (day: Day | null | undefined) => (day ? parseDate(day) : null)

function ariaProps({ value, onChange, minimum, maximum, problem, isRequired, isDisabled, autoFocus, name }: DateFieldProps) {
  return {
    value: parsed(value),
    onChange: (date: CalendarDate | null) => onChange(date ? date.toString() : null),
    minValue: parsed(minimum),
    maxValue: parsed(maximum),
    isInvalid: Boolean(problem),
    isRequired: isRequired ?? false,
    isDisabled: isDisabled ?? false,
    autoFocus: autoFocus ?? false,
    ...(name === undefined ? {} : { name }),
    shouldForceLeadingZeros: true,
  }
}

/**
 * The typed parts of a date or time. They stand left to right in both languages, as ۱۴۰۵/۰۹/۰۱ is read in running text:
 * left to itself the field would lay the year at the right.
 */
export function TypedParts({ className }: { className?: string }) {
  return (
    <DateInput dir="ltr" className={classes('flex flex-1 items-center px-3 in-[[dir=rtl]]:justify-end', className)}>
      {(segment) => (
        <DateSegment
          segment={segment}
          className="rounded-[0.25rem] px-0.5 text-body outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-faint data-placeholder:data-focused:text-on-accent data-[type=literal]:px-0 data-[type=literal]:text-faint"
        />
      )}
    </DateInput>
  )
}

/** A day that is known by heart (a birthday): typed, without a calendar to open. */
export function DateField(props: DateFieldProps) {
  const { label, hint, problem, isRequired, hideLabel, className } = props
  return (
    <AriaDateField {...ariaProps(props)} className={fieldClass(className)}>
      <FieldLabel label={label} isRequired={isRequired} hideLabel={hideLabel} />
      <div className={classes(controlBox, 'flex')}>
        <TypedParts />
      </div>
      <FieldNotes hint={hint} problem={problem} />
    </AriaDateField>
  )
}

/** A day typed or picked: Persian calendar in Persian, Gregorian in English. */
export function DatePicker(props: DateFieldProps) {
  const { label, hint, problem, isRequired, hideLabel, className } = props
  const words = useUiWords()
  return (
    <AriaDatePicker {...ariaProps(props)} className={fieldClass(className)}>
      <FieldLabel label={label} isRequired={isRequired} hideLabel={hideLabel} />
      <Group className={classes(controlBox, 'flex')}>
        <TypedParts />
        <Button
          aria-label={words.openCalendar}
          className="me-1 grid size-8 cursor-pointer place-items-center self-center rounded-control text-muted outline-none data-focus-visible:outline-2 data-focus-visible:outline-accent data-hovered:bg-hover"
        >
          <CalendarIcon size={17} />
        </Button>
      </Group>
      <FieldNotes hint={hint} problem={problem} />
      <Popover offset={4} className={floating}>
        <Dialog className="p-3 outline-none">
          <Calendar>
            <CalendarTop />
            <CalendarDays />
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}
