import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aroundTheClock,
  calendarOf,
  compiled,
  fridayOnlyWeek,
  hours,
  officeWeek,
  since,
  tehran,
  thursdayFridayWeek,
} from './clock.fixtures.ts'
import {
  addWorkingSeconds,
  elapsedSeconds,
  isWorking,
  nextWorkingInstant,
  subtractIntervals,
  workingSecondsBetween,
} from './clock.rules.ts'
import type { CalendarException } from './clock.types.ts'

const hour = 3600
const nowruz: CalendarException[] = ['20', '21', '22', '23', '31'].map((day) => ({ day: `2024-03-${day}`, kind: 'holiday', name: 'نوروز' }))
const office = compiled(
  calendarOf([since('2016-03-20', officeWeek)], [...nowruz, { day: '2024-04-01', kind: 'holiday', name: 'روز طبیعت' }]),
)

describe('hand-worked examples from Persian offices', () => {
  it('counts four hours on a Thursday half day and none on Friday', () => {
    expect(workingSecondsBetween(office, tehran('2024-04-25 00:00'), tehran('2024-04-26 00:00'))).toBe(4 * hour)
    expect(workingSecondsBetween(office, tehran('2024-04-26 00:00'), tehran('2024-04-27 00:00'))).toBe(0)
  })

  it('passes over Nowruz 1403: from Tuesday 29 Esfand 1402 at 15:00 to Sunday 5 Farvardin at 9:00 is two hours', () => {
    expect(workingSecondsBetween(office, tehran('2024-03-19 15:00'), tehran('2024-03-24 09:00'))).toBe(2 * hour)
  })

  it('promises eight working hours from the last afternoon of 1402 for 5 Farvardin 1403', () => {
    expect(addWorkingSeconds(office, tehran('2024-03-19 15:00'), 8 * hour)).toEqual(tehran('2024-03-24 15:00'))
  })

  it('has four hours that begin on Thursday at eight end that noon, not with the next start of work', () => {
    expect(addWorkingSeconds(office, tehran('2024-04-25 08:00'), 4 * hour)).toEqual(tehran('2024-04-25 12:00'))
  })

  it('takes a closure by decree out of what was already counted', () => {
    const [from, to] = [tehran('2024-04-27 08:00'), tehran('2024-04-29 16:00')]
    const decree: CalendarException = { day: '2024-04-28', kind: 'closure', name: 'تعطیلی به‌سبب آلودگی هوا' }
    expect(workingSecondsBetween(office, from, to)).toBe(24 * hour)
    expect(workingSecondsBetween(compiled(calendarOf([since('2016-03-20', officeWeek)], [decree])), from, to)).toBe(16 * hour)
  })

  it('tells a Friday weekend from a Thursday and Friday weekend', () => {
    const week = [tehran('2024-04-27 00:00'), tehran('2024-05-04 00:00')] as const
    expect(workingSecondsBetween(compiled(calendarOf([since('2016-03-20', fridayOnlyWeek)])), ...week)).toBe(48 * hour)
    expect(workingSecondsBetween(compiled(calendarOf([since('2016-03-20', thursdayFridayWeek)])), ...week)).toBe(40 * hour)
  })

  it('changes hours on 1 Farvardin 1403, measuring each day by the rule of that day', () => {
    const changed = compiled(calendarOf([since('2016-03-20', fridayOnlyWeek), since('2024-03-20', thursdayFridayWeek)]))
    expect(workingSecondsBetween(changed, tehran('2024-03-14 00:00'), tehran('2024-03-15 00:00'))).toBe(8 * hour)
    expect(workingSecondsBetween(changed, tehran('2024-03-21 00:00'), tehran('2024-03-22 00:00'))).toBe(0)
  })

  it('counts a night shift in the day it began, also past midnight', () => {
    const nights = compiled(
      calendarOf([
        since(
          '2016-03-20',
          Array.from({ length: 7 }, () => [hours('22:00', '06:00')]),
        ),
      ]),
    )
    expect(workingSecondsBetween(nights, tehran('2024-04-27 12:00'), tehran('2024-04-28 12:00'))).toBe(8 * hour)
    expect(isWorking(nights, tehran('2024-04-28 05:59'))).toBe(true)
    expect(isWorking(nights, tehran('2024-04-28 06:00'))).toBe(false)
  })

  it('ends a night shift at midnight when the next day is a holiday, and begins none on the holiday', () => {
    const week = Array.from({ length: 7 }, () => [hours('22:00', '06:00')])
    const nights = compiled(calendarOf([since('2016-03-20', week)], [{ day: '2024-04-28', kind: 'holiday', name: 'تعطیل' }]))
    expect(workingSecondsBetween(nights, tehran('2024-04-27 12:00'), tehran('2024-04-29 12:00'))).toBe(2 * hour)
  })

  it('halves a day that is declared a half day without hours, and opens a Friday that is declared working', () => {
    const special = compiled(
      calendarOf(
        [since('2016-03-20', [...Array.from({ length: 5 }, () => [hours('08:00', '12:00'), hours('13:00', '17:00')]), [], []])],
        [
          { day: '2024-04-27', kind: 'half-day', name: 'شب یلدا' },
          { day: '2024-05-03', kind: 'working-day', name: 'انبارگردانی', intervals: [hours('09:00', '11:00')] },
        ],
      ),
    )
    expect(workingSecondsBetween(special, tehran('2024-04-27 00:00'), tehran('2024-04-27 12:00'))).toBe(4 * hour)
    expect(workingSecondsBetween(special, tehran('2024-04-27 12:00'), tehran('2024-04-28 00:00'))).toBe(0)
    expect(workingSecondsBetween(special, tehran('2024-05-03 00:00'), tehran('2024-05-04 00:00'))).toBe(2 * hour)
  })

  it("leaves a person's leave out, overlapping leaves once", () => {
    const leaves = [
      { from: tehran('2024-04-27 10:00'), to: tehran('2024-04-27 12:00') },
      { from: tehran('2024-04-27 11:00'), to: tehran('2024-04-27 13:00') },
    ]
    expect(workingSecondsBetween(office, tehran('2024-04-27 08:00'), tehran('2024-04-27 16:00'), leaves)).toBe(5 * hour)
  })

  it('finds the next start of work after closing on Thursday: Saturday morning', () => {
    expect(nextWorkingInstant(office, tehran('2024-04-25 12:00'))).toEqual(tehran('2024-04-27 08:00'))
    expect(nextWorkingInstant(office, tehran('2024-04-25 11:00'))).toEqual(tehran('2024-04-25 11:00'))
  })

  it('counts to the second', () => {
    expect(workingSecondsBetween(office, new Date('2024-04-27T04:30:00.900Z'), new Date('2024-04-27T04:30:07.100Z'))).toBe(7)
  })
})

describe('days on which the clocks change', () => {
  const shifts = (zone: string) => compiled(calendarOf([since('2010-01-01', aroundTheClock)], [], zone))
  const day = (zone: string, from: string, to: string) => workingSecondsBetween(shifts(zone), new Date(from), new Date(to))

  it('has 23 hours on 1 Farvardin 1401 in Tehran and 25 on 30 Shahrivar 1401, for the last time', () => {
    expect(day('Asia/Tehran', '2022-03-21T20:30:00Z', '2022-03-22T19:30:00Z')).toBe(23 * hour)
    expect(day('Asia/Tehran', '2022-09-20T19:30:00Z', '2022-09-21T20:30:00Z')).toBe(25 * hour)
  })

  it('opens at eight by the wall clock on both sides of a change, in Tehran and in Rome', () => {
    const opens = (zone: string, after: string) =>
      nextWorkingInstant(compiled(calendarOf([since('2010-01-01', fridayOnlyWeek)], [], zone)), new Date(after))
    expect(opens('Asia/Tehran', '2022-09-20T19:30:00Z')).toEqual(new Date('2022-09-21T03:30:00Z'))
    expect(opens('Asia/Tehran', '2022-09-21T20:30:00Z')).toEqual(new Date('2022-09-22T04:30:00Z'))
    expect(opens('Asia/Tehran', '2023-07-01T00:00:00Z')).toEqual(new Date('2023-07-01T04:30:00Z'))
    expect(opens('Europe/Rome', '2024-03-30T02:00:00Z')).toEqual(new Date('2024-03-30T07:00:00Z'))
    expect(opens('Europe/Rome', '2024-03-31T02:00:00Z')).toEqual(new Date('2024-03-31T06:00:00Z'))
  })
})

describe('bad and empty input', () => {
  it('gives no time, rather than a negative one, when the end comes before the start', () => {
    expect(workingSecondsBetween(office, tehran('2024-04-28 10:00'), tehran('2024-04-27 10:00'))).toBe(0)
    expect(elapsedSeconds(tehran('2024-04-28 10:00'), tehran('2024-04-27 10:00'))).toBe(0)
  })

  it('has no answer when nobody ever works', () => {
    const never = compiled(calendarOf([]))
    expect(addWorkingSeconds(never, tehran('2024-04-27 10:00'), 60)).toBeUndefined()
    expect(nextWorkingInstant(never, tehran('2024-04-27 10:00'))).toBeUndefined()
    expect(workingSecondsBetween(never, tehran('2024-04-27 10:00'), tehran('2025-04-27 10:00'))).toBe(0)
  })

  it('refuses times, days, zones, amounts and moments that do not exist', () => {
    const withHours = (from: string) =>
      compiled(
        calendarOf([
          since(
            '2016-03-20',
            Array.from({ length: 7 }, () => [hours(from, '16:00')]),
          ),
        ]),
      )
    expect(() => withHours('25:00')).toThrow(RangeError)
    expect(() => compiled(calendarOf([since('2016-02-30', officeWeek)]))).toThrow(RangeError)
    expect(() => compiled(calendarOf([since('2016-03-20', officeWeek.slice(1))]))).toThrow(RangeError)
    expect(() => compiled(calendarOf([since('2016-03-20', officeWeek)], [], 'Asia/Nowhere'))).toThrow(RangeError)
    expect(() => addWorkingSeconds(office, tehran('2024-04-27 10:00'), -1)).toThrow(RangeError)
    expect(() => workingSecondsBetween(office, new Date(Number.NaN), tehran('2024-04-27 10:00'))).toThrow(RangeError)
    expect(() => workingSecondsBetween(office, new Date('0001-01-01T00:00:00Z'), tehran('2024-04-27 10:00'))).toThrow(RangeError)
  })
})

describe('subtracting intervals', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => ({ from: new Date(a), to: new Date(b) })),
    { maxLength: 6 },
  )
  const within = (list: readonly { from: Date; to: Date }[], moment: number) => list.some(({ from, to }) => +from <= moment && moment < +to)

  it('keeps every moment of the spans that is in no hole, and no other', () => {
    fc.assert(
      fc.property(spans, spans, (whole, holes) => {
        const left = subtractIntervals(whole, holes)
        for (let moment = 0; moment <= 50; moment++) expect(within(left, moment)).toBe(within(whole, moment) && !within(holes, moment))
      }),
    )
  })
})
