import { parseDate } from '@internationalized/date'
import { addDays, type Day, relativePeriodNames } from '@parvandeh/contract/persian'
import { useState } from 'react'
import { ListBox, ListBoxItem, RangeCalendar } from 'react-aria-components'
import { useFormat } from '../../persian/format.ts'
import { Button } from '../Button.tsx'
import { classes, floatingRow } from '../classes.ts'
import { useUiWords } from '../messages.ts'
import { CalendarDays, CalendarTop } from './calendar-parts.tsx'
import { DateField } from './DateField.tsx'
import { usePeriodWords } from './period-messages.ts'
import { daysOf, isRelative, type Period } from './periods.ts'

interface PeriodChoiceProps {
  value: Period | undefined
  onChoose: (period: Period) => void
  onTakeAway?: () => void
}

/** The ready-made periods beside a calendar on which two days are picked, and two fields in which they are typed. */
export function PeriodChoice({ value, onChoose, onTakeAway }: PeriodChoiceProps) {
  const words = usePeriodWords()
  return (
    <div className="flex max-h-[min(36rem,80dvh)] overflow-y-auto max-sm:flex-col">
      <div className="p-1.5">
        <ListBox
          aria-label={words.relative}
          selectionMode="single"
          selectedKeys={value !== undefined && isRelative(value) ? [value] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            if (typeof key === 'string' && isRelative(key)) onChoose(key)
          }}
          className="grid content-start outline-none max-sm:grid-cols-2"
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
        {onTakeAway && (
          <Button variant="quiet" className="mt-1 w-full" onPress={onTakeAway}>
            {words.any}
          </Button>
        )}
      </div>
      <div className="border-line p-3 max-sm:mx-auto sm:border-s">
        <BetweenDays value={value} onChoose={onChoose} />
      </div>
    </div>
  )
}

function BetweenDays({ value, onChoose }: Pick<PeriodChoiceProps, 'value' | 'onChoose'>) {
  const words = usePeriodWords()
  const ui = useUiWords()
  const today = useFormat().today()
  const given = value === undefined ? { from: today, to: addDays(today, 1) } : daysOf(value, today)
  const [typed, setTyped] = useState<{ from: Day | null; last: Day | null }>({ from: given.from, last: addDays(given.to, -1) })
  const [focused, setFocused] = useState(parseDate(addDays(given.to, -1)))
  const { from, last } = typed
  const isRange = from !== null && last !== null && from <= last
  const change = (one: Partial<typeof typed>) => {
    setTyped({ ...typed, ...one })
    const day = one.from ?? one.last
    if (day) setFocused(parseDate(day))
  }
  return (
    <form
      className="flex max-w-66 flex-col gap-2.5 pointer-coarse:max-w-80"
      onSubmit={(event) => {
        event.preventDefault()
        // The popover lies in the page's tree of forms although not in its place.
        event.stopPropagation()
        if (isRange) onChoose(`${from}..${addDays(last, 1)}`)
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        <DateField label={ui.from} value={from} onChange={(day) => change({ from: day })} />
        <DateField
          label={ui.until}
          value={last}
          onChange={(day) => change({ last: day })}
          problem={from !== null && last !== null && last < from ? words.reversed : undefined}
        />
      </div>
      <RangeCalendar
        aria-label={words.between}
        value={isRange ? { start: parseDate(from), end: parseDate(last) } : null}
        focusedValue={focused}
        onFocusChange={(date) => setFocused(parseDate(date.toString()))}
        onChange={({ start, end }) => onChoose(`${start.toString()}..${addDays(end.toString(), 1)}`)}
      >
        <CalendarTop />
        <CalendarDays ranged />
      </RangeCalendar>
      <p className="text-caption text-faint">{words.howToPick}</p>
      <Button type="submit" variant="primary" isDisabled={!isRange}>
        {ui.apply}
      </Button>
    </form>
  )
}
