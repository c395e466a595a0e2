import { parseDate } from '@internationalized/date'
import type { Day } from '@parvandeh/contract/persian'
import { CalendarDays as CalendarIcon } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Calendar, Dialog, Group, Input, Popover, TextField } from 'react-aria-components'
import { useFormat } from '../../persian/format.ts'
import { classes, controlBox, floating } from '../classes.ts'
import { fieldClass, FieldLabel, FieldNotes, type FieldWords } from '../Field.tsx'
import { IconButton } from '../IconButton.tsx'
import { useUiWords } from '../messages.ts'
import { inputClass } from '../TextField.tsx'
import { CalendarDays, CalendarTop } from './calendar-parts.tsx'
import { exampleDay } from './typed-day.ts'
import { useTypedDay } from './use-typed-day.ts'

export interface DateFieldProps extends FieldWords {
  /** A day on the wire: `YYYY-MM-DD`, Gregorian. What is shown and typed follows the calendar of the language. */
  value: Day | null
  onChange: (day: Day | null) => void
  minimum?: Day
  maximum?: Day
  isDisabled?: boolean
  autoFocus?: boolean
  name?: string
}

/** A day that is known by heart (a birthday): typed, without a calendar to open. */
export const DateField = (props: DateFieldProps) => <DayField {...props} hasCalendar={false} />

/** A day typed or picked: Persian calendar in Persian, Gregorian in English. Alt and the down arrow open the calendar. */
export const DatePicker = (props: DateFieldProps) => <DayField {...props} hasCalendar />

function DayField({ hasCalendar, ...props }: DateFieldProps & { hasCalendar: boolean }) {
  const { label, hint, problem, isRequired, hideLabel, className, isDisabled, autoFocus, name } = props
  const { language } = useFormat()
  const typed = useTypedDay(props)
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const said = problem ?? typed.problem
  const pressed = (event: KeyboardEvent) => {
    if (hasCalendar && event.altKey && event.key === 'ArrowDown') setOpen(true)
    else typed.turn(event)
  }
  return (
    <>
      <TextField
        value={typed.text}
        onChange={typed.type}
        onBlur={typed.leave}
        onKeyDown={pressed}
        isInvalid={Boolean(said)}
        isRequired={isRequired ?? false}
        isDisabled={isDisabled ?? false}
        autoFocus={autoFocus ?? false}
        {...(name === undefined ? {} : { name })}
        autoComplete="off"
        className={fieldClass(className)}
      >
        <FieldLabel label={label} isRequired={isRequired} hideLabel={hideLabel} />
        <Group ref={box} className={classes(controlBox, 'flex')}>
          {/* The keyboard for numbers has a separator too, and any separator is understood. */}
          <Input inputMode="decimal" placeholder={exampleDay(language)} className={inputClass()} />
          {hasCalendar && <OpenCalendar isDisabled={isDisabled ?? false} onPress={() => setOpen(!isOpen)} />}
        </Group>
        <FieldNotes hint={hint} problem={said} />
      </TextField>
      {hasCalendar && (
        <Popover triggerRef={box} isOpen={isOpen} onOpenChange={setOpen} placement="bottom start" offset={4} className={floating}>
          <Dialog aria-label={label} className="max-h-[80dvh] overflow-y-auto p-3 outline-none">
            <Calendar
              autoFocus
              value={props.value === null ? null : parseDate(props.value)}
              minValue={props.minimum ? parseDate(props.minimum) : null}
              maxValue={props.maximum ? parseDate(props.maximum) : null}
              onChange={(date) => {
                typed.choose(date.toString())
                setOpen(false)
              }}
            >
              <CalendarTop />
              <CalendarDays />
            </Calendar>
          </Dialog>
        </Popover>
      )}
    </>
  )
}

function OpenCalendar(props: { isDisabled: boolean; onPress: () => void }) {
  const words = useUiWords()
  return <IconButton size="small" className="me-1 self-center" label={words.openCalendar} icon={<CalendarIcon size={17} />} {...props} />
}
