import { parseDate } from '@internationalized/date'
import { addDays, type Day, relativePeriodNames } from '@parvandeh/contract/persian'
import { CalendarRange } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover, RangeCalendar } from 'react-aria-components'
import { useFormat } from '../../persian/format.ts'
import { classes, controlBox, floating, floatingRow } from '../classes.ts'
import { CalendarDays, CalendarTop } from './calendar-parts.tsx'
import { usePeriodWords } from './period-messages.ts'
import { daysOf, isRelative, type Period } from './periods.ts'

interface PeriodFieldProps {
  label: string
  value: Period
  onChange: (period: Period) => void
  className?: string
}

/** A period: relative to today («۹۰ روز گذشته») or between two days. The button says both the name and the days. */
export function PeriodField({ label, value, onChange, className }: PeriodFieldProps) {
  const words = usePeriodWords()
  const format = useFormat()
  const days = daysOf(value, format.today())
  const lastDay = addDays(days.to, -1)
  const span = days.from === lastDay ? format.day(days.from) : `${format.day(days.from)} ${words.to} ${format.day(lastDay)}`
  return (
    <DialogTrigger>
      <Button className={classes(controlBox, 'flex cursor-pointer items-center gap-2 px-3 outline-none', className)}>
        <span className="sr-only">{label}</span>
        <CalendarRange size={17} className="shrink-0 text-muted" />
        {isRelative(value) && <span className="whitespace-nowrap">{words.names[value]}</span>}
        <span className={classes('truncate', isRelative(value) ? 'text-small text-muted max-sm:hidden' : '')}>{span}</span>
      </Button>
      <Popover offset={4} placement="bottom start" className={classes(floating, 'max-w-[calc(100vw-1rem)]')}>
        <Dialog aria-label={label} className="outline-none">
          {({ close }) => (
            <PeriodChoice
              value={value}
              days={{ from: days.from, last: lastDay }}
              onChoose={(period) => {
                onChange(period)
                close()
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface PeriodChoiceProps {
  value: Period
  days: { from: Day; last: Day }
  onChoose: (period: Period) => void
}

function PeriodChoice({ value, days, onChoose }: PeriodChoiceProps) {
  const words = usePeriodWords()
  const [focused, setFocused] = useState(parseDate(days.last))
  return (
    <div className="flex max-h-[min(32rem,80dvh)] overflow-y-auto max-sm:flex-col">
      <ListBox
        aria-label={words.relative}
        selectionMode="single"
        selectedKeys={isRelative(value) ? [value] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (typeof key === 'string' && isRelative(key)) onChoose(key)
        }}
        className="grid content-start p-1.5 outline-none max-sm:grid-cols-2"
      >
        {relativePeriodNames.map((period) => (
          <ListBoxItem
            key={period}
            id={period}
            className={classes(floatingRow, 'data-selected:bg-accent-soft data-selected:text-accent-text')}
          >
            {words.names[period]}
          </ListBoxItem>
        ))}
      </ListBox>
      <div className="border-line p-3 max-sm:mx-auto sm:border-s">
        <RangeCalendar
          aria-label={words.between}
          value={{ start: parseDate(days.from), end: parseDate(days.last) }}
          focusedValue={focused}
          onFocusChange={(date) => setFocused(parseDate(date.toString()))}
          onChange={({ start, end }) => onChoose(`${start.toString()}..${addDays(end.toString(), 1)}`)}
        >
          <CalendarTop />
          <CalendarDays ranged />
        </RangeCalendar>
        <p className="mt-1 max-w-64 text-caption text-faint">{words.howToPick}</p>
      </div>
    </div>
  )
}
