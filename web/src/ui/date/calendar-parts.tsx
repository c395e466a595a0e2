import { ChevronLeft } from 'lucide-react'
import { use } from 'react'
import {
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
  RangeCalendarStateContext,
} from 'react-aria-components'
import { useFormat } from '../../persian/format.ts'
import { classes } from '../classes.ts'
import { useUiWords } from '../messages.ts'

const cell = [
  'grid size-9 cursor-pointer place-items-center rounded-control text-small outline-none pointer-coarse:size-11',
  'data-hovered:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-accent',
  'data-selected:bg-accent data-selected:text-on-accent data-outside-month:invisible data-disabled:text-faint data-disabled:cursor-not-allowed',
  'data-unavailable:line-through data-today:font-bold data-today:text-accent-text data-selected:data-today:text-on-accent',
].join(' ')

const rangeCell = [
  'data-selected:rounded-none data-selected:bg-accent-soft data-selected:text-accent-text data-selected:data-today:text-accent-text',
  'data-selection-start:rounded-s-control data-selection-start:bg-accent data-selection-start:text-on-accent data-selection-start:data-today:text-on-accent',
  'data-selection-end:rounded-e-control data-selection-end:bg-accent data-selection-end:text-on-accent data-selection-end:data-today:text-on-accent',
].join(' ')

const arrow =
  'grid size-9 cursor-pointer place-items-center rounded-control text-muted outline-none data-focus-visible:outline-2 data-focus-visible:outline-accent data-hovered:bg-hover data-disabled:opacity-30'

/** Month and year between two arrows. "Previous" lies at the reading start, whichever side that is. */
export function CalendarTop() {
  const words = useUiWords()
  const format = useFormat()
  const single = use(CalendarStateContext)
  const ranged = use(RangeCalendarStateContext)
  const first = (single ?? ranged)?.visibleRange.start.toString()
  return (
    <header className="mb-1 flex items-center justify-between">
      <Button slot="previous" aria-label={words.previousMonth} className={arrow}>
        <ChevronLeft size={18} className="turns" />
      </Button>
      <span aria-hidden="true" className="text-body font-semibold">
        {/* React Aria's own heading says «۱۴۰۵ آذر»; the calendar's label has already named the month for screen readers. */}
        {first && format.day(first, 'month')}
      </span>
      <Button slot="next" aria-label={words.nextMonth} className={arrow}>
        <ChevronLeft size={18} className="turns rotate-180" />
      </Button>
    </header>
  )
}

/** The days of a month under the narrow names of weekdays (the Persian short ones are whole words and would overlap). */
export function CalendarDays({ ranged = false }: { ranged?: boolean }) {
  return (
    <CalendarGrid weekdayStyle="narrow" className="border-separate border-spacing-x-0 border-spacing-y-0.5">
      <CalendarGridHeader>
        {(day) => <CalendarHeaderCell className="h-8 text-caption font-normal text-faint">{day}</CalendarHeaderCell>}
      </CalendarGridHeader>
      <CalendarGridBody>{(date) => <CalendarCell date={date} className={classes(cell, ranged && rangeCell)} />}</CalendarGridBody>
    </CalendarGrid>
  )
}
