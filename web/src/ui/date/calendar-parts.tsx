import { addDays, type Day } from '@parvandeh/contract/persian'
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
import { aroundMonth, type SpecialDay, useHolidays } from '../../persian/holidays.ts'
import { classes } from '../classes.ts'
import { useUiWords } from '../messages.ts'
import { useDateWords } from './date-messages.ts'

const cell = [
  'relative grid size-9 cursor-pointer place-items-center rounded-control text-small outline-none pointer-coarse:size-11',
  'data-hovered:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-accent',
  'data-outside-month:invisible data-disabled:text-faint data-disabled:cursor-not-allowed',
  'data-unavailable:line-through data-today:font-bold data-today:not-data-selected:text-accent-text',
].join(' ')

const singleCell = 'data-selected:bg-accent data-selected:text-on-accent'

const rangeCell = [
  'data-selected:rounded-none data-selected:bg-accent-soft data-selected:text-accent-text data-selected:data-today:text-accent-text',
  'data-selection-start:rounded-s-control data-selection-start:bg-accent data-selection-start:text-on-accent data-selection-start:data-today:text-on-accent',
  'data-selection-end:rounded-e-control data-selection-end:bg-accent data-selection-end:text-on-accent data-selection-end:data-today:text-on-accent',
].join(' ')

const arrow =
  'relative grid size-9 cursor-pointer place-items-center rounded-control text-muted outline-none data-focus-visible:outline-2 data-focus-visible:outline-accent data-hovered:bg-hover data-disabled:opacity-30'

/** Month and year between two arrows. "Previous" lies at the reading start, whichever side that is. */
export function CalendarTop() {
  const words = useUiWords()
  const format = useFormat()
  const { first } = useShownMonth()
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

/** The month that the calendar around shows: its first and last day, as days on the wire. */
function useShownMonth() {
  const single = use(CalendarStateContext)
  const ranged = use(RangeCalendarStateContext)
  const range = (single ?? ranged)?.visibleRange
  return { first: range?.start.toString(), last: range?.end.toString() }
}

/**
 * The days of a month under the narrow names of weekdays (the Persian short ones are whole words and would overlap).
 * Days off stand in their colour, those with a name carry a dot, and the names are listed below.
 */
export function CalendarDays({ ranged = false }: { ranged?: boolean }) {
  const { first, last } = useShownMonth()
  const { today } = useFormat()
  const { from, to } = aroundMonth(first ?? today())
  const { special } = useHolidays(from, to)
  return (
    <>
      <CalendarGrid weekdayStyle="narrow" className="border-separate border-spacing-x-0 border-spacing-y-0.5">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="h-8 text-caption font-normal text-faint">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <DayCell date={date} special={special(date.toString())} ranged={ranged} />}</CalendarGridBody>
      </CalendarGrid>
      {first && last && <NamedDays first={first} last={last} special={special} />}
    </>
  )
}

type Shown = Parameters<NonNullable<Parameters<typeof CalendarGridBody>[0]['children']>>[0]

function DayCell({ date, special, ranged }: { date: Shown; special: SpecialDay | undefined; ranged: boolean }) {
  const words = useDateWords()
  const said = special && [special.name || words.dayOff, ...(special.certain ? [] : [words.awaited])].join('، ')
  return (
    <CalendarCell
      date={date}
      className={classes(cell, ranged ? rangeCell : singleCell, special?.isOff && 'not-data-selected:text-danger')}
      {...(special?.name && { title: special.name })}
      render={(props) => <div {...props} aria-label={[props['aria-label'], said].filter(Boolean).join('، ')} />}
    >
      {({ formattedDate }) => (
        <>
          {formattedDate}
          {special?.name && (
            <span
              aria-hidden="true"
              className={classes(
                'absolute bottom-1 size-1 rounded-full',
                special.certain ? 'bg-current' : 'border border-current bg-transparent',
              )}
            />
          )}
        </>
      )}
    </CalendarCell>
  )
}

function NamedDays({ first, last, special }: { first: Day; last: Day; special: (day: Day) => SpecialDay | undefined }) {
  const words = useDateWords()
  const format = useFormat()
  const named = daysFrom(first, last).flatMap((day) => {
    const found = special(day)
    return found?.name ? [{ day, ...found }] : []
  })
  if (named.length === 0) return null
  return (
    <ul
      aria-label={words.holidays}
      className="mt-2 flex max-w-63 flex-col gap-0.5 border-t border-line pt-2 text-caption pointer-coarse:max-w-77"
    >
      {named.map(({ day, name, isOff, certain }) => (
        <li key={day} className="flex gap-2">
          <span className={classes('w-14 shrink-0', isOff ? 'text-danger' : 'text-muted')}>{format.day(day, 'day-month')}</span>
          <span className="min-w-0 text-muted">
            <bdi>{name}</bdi>
            {!certain && ` (${words.awaited})`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
