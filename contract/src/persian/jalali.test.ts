import fc from 'fast-check'
import { toJalaali } from 'jalaali-js'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, dayOfNumber, daysBetween, startOfWeek, weekdayOf } from './days.ts'
import { formatJalali } from './jalali-format.ts'
import {
  addJalaliMonths,
  fromJalali,
  isJalaliDate,
  isLeapJalaliYear,
  jalaliMonthLength,
  jalaliOfNumber,
  startOfJalaliMonth,
  startOfJalaliSeason,
  startOfJalaliYear,
  toJalali,
} from './jalali.ts'

const anyDay = fc.integer({ min: dayNumber('1700-01-01'), max: dayNumber('2500-01-01') }).map(dayOfNumber)
const jalaliDate = fc
  .record({ jy: fc.integer({ min: 1200, max: 1600 }), jm: fc.integer({ min: 1, max: 12 }), jd: fc.integer({ min: 1, max: 31 }) })
  .filter(isJalaliDate)

describe('days', () => {
  test('days are counted across months and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2026-03-21', '2027-03-21')).toBe(365)
  })

  test.each(['2015-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '1405/01/01', ''])('%j is refused as a day', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError)
  })

  test('the week starts on Saturday', () => {
    expect(weekdayOf('2026-03-21')).toBe(0)
    expect(weekdayOf('2026-03-27')).toBe(6)
    expect(weekdayOf('1969-12-27')).toBe(0)
    expect(startOfWeek('2026-03-27')).toBe('2026-03-21')
    expect(startOfWeek('2026-03-21')).toBe('2026-03-21')
  })
})

describe('Jalali calendar', () => {
  test.each([
    ['2026-03-21', 1405, 1, 1],
    ['2025-03-20', 1403, 12, 30],
    ['2025-03-21', 1404, 1, 1],
    ['2024-08-02', 1403, 5, 12],
    ['1979-02-11', 1357, 11, 22],
    ['2000-01-01', 1378, 10, 11],
    ['1700-01-01', 1078, 10, 11],
  ])('%s is %i/%i/%i', (day, jy, jm, jd) => {
    expect(toJalali(day)).toEqual({ jy, jm, jd })
    expect(fromJalali(jy, jm, jd)).toBe(day)
  })

  test('a Gregorian year, month and day are taken as well', () => {
    expect(toJalali(2026, 3, 21)).toEqual({ jy: 1405, jm: 1, jd: 1 })
    expect(() => toJalali(2015, 2, 29)).toThrow(RangeError)
  })

  test('leap years are those of the official calendar', () => {
    const leap = Array.from({ length: 20 }, (_, index) => 1395 + index).filter(isLeapJalaliYear)
    expect(leap).toEqual([1395, 1399, 1403, 1408, 1412])
    expect(jalaliMonthLength(1403, 12)).toBe(30)
    expect(jalaliMonthLength(1404, 12)).toBe(29)
    expect(jalaliMonthLength(1404, 6)).toBe(31)
  })

  test('dates that never were are refused', () => {
    expect(() => fromJalali(1404, 12, 30)).toThrow(RangeError)
    expect(() => fromJalali(1404, 7, 31)).toThrow(RangeError)
    expect(() => fromJalali(1404, 13, 1)).toThrow(RangeError)
    expect(() => fromJalali(0, 1, 1)).toThrow(RangeError)
    expect(() => fromJalali(1404.5, 1, 1)).toThrow(RangeError)
  })

  test('the table agrees with jalaali-js on every day of three centuries', () => {
    for (let number = dayNumber('1870-01-01'); number < dayNumber('2175-01-01'); number += 1) {
      const [gy, gm, gd] = dayOfNumber(number).split('-').map(Number)
      const { jy, jm, jd } = jalaliOfNumber(number)
      const expected = toJalaali(gy ?? 0, gm ?? 0, gd ?? 0)
      if (jy !== expected.jy || jm !== expected.jm || jd !== expected.jd) expect({ jy, jm, jd }).toEqual(expected)
    }
  })

  test('there and back again is the same day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(fromJalali(toJalali(day))).toBe(day)
      }),
    )
  })

  test('months are added whole, and a missing day becomes the last of the month', () => {
    expect(addJalaliMonths({ jy: 1404, jm: 6, jd: 31 }, 1)).toEqual({ jy: 1404, jm: 7, jd: 30 })
    expect(addJalaliMonths({ jy: 1403, jm: 12, jd: 30 }, 12)).toEqual({ jy: 1404, jm: 12, jd: 29 })
    expect(addJalaliMonths({ jy: 1404, jm: 1, jd: 5 }, -1)).toEqual({ jy: 1403, jm: 12, jd: 5 })
    fc.assert(
      fc.property(jalaliDate, fc.integer({ min: -500, max: 500 }), (date, months) => {
        const moved = addJalaliMonths(date, months)
        expect(isJalaliDate(moved)).toBe(true)
        expect(moved.jy * 12 + moved.jm - (date.jy * 12 + date.jm)).toBe(months)
      }),
    )
  })

  test('month, season and year start where they should', () => {
    expect(startOfJalaliMonth('2026-11-30')).toBe(fromJalali(1405, 9, 1))
    expect(startOfJalaliSeason('2026-11-30')).toBe(fromJalali(1405, 7, 1))
    expect(startOfJalaliSeason('2026-03-20')).toBe(fromJalali(1404, 10, 1))
    expect(startOfJalaliYear('2026-03-20')).toBe('2025-03-21')
  })
})

describe('Jalali dates in words', () => {
  test('each style reads as Iranians write it', () => {
    expect(formatJalali('2026-03-21', 'long')).toBe('شنبه ۱ فروردین ۱۴۰۵')
    expect(formatJalali({ jy: 1405, jm: 9, jd: 1 }, 'short')).toBe('۱۴۰۵/۰۹/۰۱')
    expect(formatJalali({ jy: 1405, jm: 9, jd: 1 }, 'long')).toBe('یکشنبه ۱ آذر ۱۴۰۵')
    expect(formatJalali('2026-03-21', 'month')).toBe('فروردین ۱۴۰۵')
    expect(formatJalali('2026-03-21', 'day-month')).toBe('۱ فروردین')
  })

  test('a date that does not exist is not shown as another', () => {
    expect(() => formatJalali({ jy: 1404, jm: 12, jd: 30 }, 'long')).toThrow(RangeError)
  })
})
