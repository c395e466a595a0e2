import { dayNumber, dayOfNumber } from '@parvandeh/contract/persian'
import fc from 'fast-check'
import type { CalendarException, CalendarRule, WorkCalendar, WorkInterval } from './clock.types.ts'
import { compileCalendar } from './compile.rules.ts'

export const hours = (from: string, to: string): WorkInterval => ({ from, to })

/** Saturday to Wednesday 8 to 16, Thursday 8 to 12, Friday off: the hours of many Iranian offices. */
export const officeWeek = [...Array.from({ length: 5 }, () => [hours('08:00', '16:00')]), [hours('08:00', '12:00')], []]

export const fridayOnlyWeek = [...Array.from({ length: 6 }, () => [hours('08:00', '16:00')]), []]

export const thursdayFridayWeek = [...Array.from({ length: 5 }, () => [hours('08:00', '16:00')]), [], []]

export const aroundTheClock = Array.from({ length: 7 }, () => [hours('00:00', '24:00')])

export const since = (validFrom: string, week: CalendarRule['week'], validTo?: string): CalendarRule => ({ validFrom, validTo, week })

export function calendarOf(rules: CalendarRule[], exceptions: CalendarException[] = [], zone = 'Asia/Tehran'): WorkCalendar {
  return { zone, rules, exceptions }
}

export const compiled = (calendar: WorkCalendar) => compileCalendar(calendar, '2024-03-01', '2024-05-01')

/** A moment on a Tehran clock after September 2022, when it is always +03:30. */
export const tehran = (dayAndTime: string) => new Date(`${dayAndTime.replace(' ', 'T')}:00+03:30`)

const wholeHour = fc.integer({ min: 0, max: 24 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
export const anyHours = fc.array(fc.record({ from: wholeHour, to: wholeHour }), { maxLength: 3 })
const anyWeek = fc.array(anyHours, { minLength: 7, maxLength: 7 })

/** Days about the day in question, far enough for rules and exceptions to matter. */
const dayNear = (day: string) => fc.integer({ min: -6, max: 12 }).map((shift) => dayOfNumber(dayNumber(day) + shift))

const exceptionNear = (day: string): fc.Arbitrary<CalendarException> =>
  fc.record({
    day: dayNear(day),
    kind: fc.constantFrom('holiday', 'closure', 'half-day', 'working-day'),
    name: fc.constant('روز ویژه'),
    intervals: fc.option(anyHours, { nil: null }),
  })

/** Random calendars with rules, shifts past midnight and exceptions about a day. */
export const anyCalendarNear = (day: string, zone: fc.Arbitrary<string> | string): fc.Arbitrary<WorkCalendar> =>
  fc.record({
    zone: typeof zone === 'string' ? fc.constant(zone) : zone,
    rules: fc
      .tuple(
        anyWeek,
        fc.array(fc.record({ validFrom: dayNear(day), validTo: fc.option(dayNear(day), { nil: null }), week: anyWeek }), { maxLength: 3 }),
      )
      .map(([week, others]) => [since('2000-01-01', week), ...others]),
    exceptions: fc.array(exceptionNear(day), { maxLength: 5 }),
  })
