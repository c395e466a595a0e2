import { dayNumber, dayOfNumber, weekdayOfNumber } from '@parvandeh/contract/persian'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyCalendarNear, anyHours, calendarOf, officeWeek, since } from './clock.fixtures.ts'
import { addWorkingSeconds, elapsedSeconds, workingSecondsBetween } from './clock.rules.ts'
import type { CalendarException, WorkCalendar, WorkInterval } from './clock.types.ts'
import { compileCalendar } from './compile.rules.ts'

const day = '2024-03-20'
const calendar = anyCalendarNear(day, fc.constantFrom('Asia/Tehran', 'Europe/Rome'))
const compile = (value: WorkCalendar) => compileCalendar(value, '2024-03-18', '2024-04-02')
const moment = fc.integer({ min: -10 * 86_400, max: 20 * 86_400 }).map((second) => new Date(Date.parse(`${day}T00:00:00Z`) + second * 1000))
const threeInOrder = fc.array(moment, { minLength: 3, maxLength: 3 }).map((list) => list.toSorted((a, b) => +a - +b) as [Date, Date, Date])
const leaves = fc.array(
  fc.tuple(moment, moment).map(([from, to]) => ({ from, to })),
  { maxLength: 3 },
)

it('working time from a to b and from b to c is working time from a to c, with leaves and without', () => {
  fc.assert(
    fc.property(calendar, threeInOrder, leaves, (value, [a, b, c], away) => {
      const ready = compile(value)
      const between = (from: Date, to: Date) => workingSecondsBetween(ready, from, to, away)
      expect(between(a, b) + between(b, c)).toBe(between(a, c))
    }),
  )
})

it('never runs backwards, never faster than the wall clock, and leave only takes away', () => {
  fc.assert(
    fc.property(calendar, threeInOrder, leaves, (value, [a, b, c], away) => {
      const ready = compile(value)
      expect(workingSecondsBetween(ready, a, b)).toBeLessThanOrEqual(workingSecondsBetween(ready, a, c))
      expect(workingSecondsBetween(ready, a, c)).toBeLessThanOrEqual(elapsedSeconds(a, c))
      expect(workingSecondsBetween(ready, a, c, away)).toBeLessThanOrEqual(workingSecondsBetween(ready, a, c))
    }),
  )
})

it('is zero within a holiday, whatever the shifts around it', () => {
  fc.assert(
    fc.property(anyCalendarNear(day, 'Asia/Tehran'), (value) => {
      const holiday: CalendarException = { day, kind: 'closure', name: 'تعطیلی' }
      const ready = compile({ ...value, exceptions: [...value.exceptions, holiday] })
      expect(workingSecondsBetween(ready, new Date('2024-03-19T20:30:00Z'), new Date('2024-03-20T20:30:00Z'))).toBe(0)
    }),
  )
})

it('adding a closure never adds working time', () => {
  fc.assert(
    fc.property(calendar, threeInOrder, fc.integer({ min: -8, max: 18 }), (value, [a, , c], shift) => {
      const closure: CalendarException = { day: dayOfNumber(dayNumber(day) + shift), kind: 'closure', name: 'تعطیلی' }
      const closed = compile({ ...value, exceptions: [...value.exceptions, closure] })
      expect(workingSecondsBetween(closed, a, c)).toBeLessThanOrEqual(workingSecondsBetween(compile(value), a, c))
    }),
  )
})

it('under one rule, moving both moments by whole weeks changes nothing', () => {
  const week = fc.array(anyHours, { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(week, moment, moment, fc.integer({ min: 1, max: 60 }), (hours, from, to, weeks) => {
      const ready = compile(calendarOf([since('2000-01-01', hours)]))
      const later = (date: Date) => new Date(date.getTime() + weeks * 7 * 86_400_000)
      expect(workingSecondsBetween(ready, later(from), later(to))).toBe(workingSecondsBetween(ready, from, to))
    }),
  )
})

it('adding working time and measuring it are inverse, and the answer is the earliest moment', () => {
  fc.assert(
    fc.property(calendar, moment, fc.integer({ min: 1, max: 200 * 3600 }), (value, from, seconds) => {
      const ready = compile({ ...value, rules: [...value.rules, since('2024-04-10', officeWeek)] })
      const due = addWorkingSeconds(ready, from, seconds)!
      expect(workingSecondsBetween(ready, from, due)).toBe(seconds)
      expect(workingSecondsBetween(ready, from, new Date(+due - 1000))).toBe(seconds - 1)
    }),
  )
})

it('gives the same answers whatever days were laid out first', () => {
  fc.assert(
    fc.property(calendar, threeInOrder, (value, [a, b, c]) => {
      const small = compileCalendar(value, day, day)
      const wide = compileCalendar(value, '2023-01-01', '2025-01-01')
      expect(workingSecondsBetween(small, b, c)).toBe(workingSecondsBetween(wide, b, c))
      expect(workingSecondsBetween(small, a, c)).toBe(workingSecondsBetween(wide, a, c))
    }),
  )
})

it.each([
  ['when Tehran left summer time for ever', '2022-09-21', 'Asia/Tehran'],
  ['when Tehran last went to summer time', '2022-03-22', 'Asia/Tehran'],
  ['in Tehran now', '2024-03-20', 'Asia/Tehran'],
  ['when Rome goes to summer time', '2024-03-31', 'Europe/Rome'],
  ['when Rome leaves summer time', '2024-10-27', 'Europe/Rome'],
])('agrees with counting minute by minute %s', (_, aroundDay, zone) => {
  fc.assert(
    fc.property(
      anyCalendarNear(aroundDay, zone),
      fc.integer({ min: -2880, max: 0 }),
      fc.integer({ min: 0, max: 2880 }),
      (value, start, length) => {
        const from = Date.parse(`${aroundDay}T12:00:00Z`) + start * 60_000
        const ready = compileCalendar(value, aroundDay, aroundDay)
        const counted = minutesCounted(value, from, length)
        expect(workingSecondsBetween(ready, new Date(from), new Date(from + length * 60_000))).toBe(counted * 60)
      },
    ),
    { numRuns: 25 },
  )
})

/** The slow way: asks the wall clock of every minute, and the rules anew for every minute. */
function minutesCounted(value: WorkCalendar, from: number, length: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: value.zone, dateStyle: 'short', timeStyle: 'short' })
  let minutes = 0
  for (let index = 0; index < length; index++) {
    const [wallDay = '', time = ''] = format.format(from + index * 60_000).split(' ')
    if (atWork(value, wallDay, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))) minutes++
  }
  return minutes
}

function atWork(value: WorkCalendar, wallDay: string, minute: number): boolean {
  if (isShut(value, wallDay)) return false
  const dayBefore = dayOfNumber(dayNumber(wallDay) - 1)
  return (
    shifts(value, wallDay).some(([a, b]) => a <= minute && minute < b) ||
    shifts(value, dayBefore).some(([a, b]) => a <= minute + 1440 && minute + 1440 < b)
  )
}

const strengths = ['half-day', 'holiday', 'working-day', 'closure']

function exceptionOn(value: WorkCalendar, wallDay: string): CalendarException | undefined {
  // Of two entries of the same kind on a day, the one entered last.
  return value.exceptions
    .filter((one) => one.day === wallDay)
    .sort((a, b) => strengths.indexOf(a.kind) - strengths.indexOf(b.kind))
    .at(-1)
}

const isShut = (value: WorkCalendar, wallDay: string) => ['holiday', 'closure'].includes(exceptionOn(value, wallDay)?.kind ?? '')

function shifts(value: WorkCalendar, wallDay: string): [number, number][] {
  const exception = exceptionOn(value, wallDay)
  if (isShut(value, wallDay)) return []
  const rules = value.rules.filter((rule) => rule.validFrom <= wallDay && (!rule.validTo || wallDay < rule.validTo))
  const rule = rules.sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1)
  const regular = inMinutes(rule?.week[weekdayOfNumber(dayNumber(wallDay))] ?? [])
  if (exception?.intervals) return inMinutes(exception.intervals)
  return exception?.kind === 'half-day' ? halved(regular) : regular
}

function inMinutes(list: readonly WorkInterval[]): [number, number][] {
  return list.map(({ from, to }) => {
    const [a, b] = [Number(from.slice(0, 2)) * 60, Number(to.slice(0, 2)) * 60]
    return [a, b > a ? b : b + 1440]
  })
}

function halved(list: [number, number][]): [number, number][] {
  let left = list.reduce((sum, [a, b]) => sum + b - a, 0) / 2
  return list
    .toSorted((x, y) => x[0] - y[0])
    .map(([a, b]) => {
      const length = Math.min(left, b - a)
      left -= length
      return [a, a + length]
    })
}
