import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.fixtures.ts'
import { dateFormatParts, dateFormats, isDateFormat } from './date-format.ts'
import type { DateFormat, DateFormatParts } from './date-format.ts'
import { dayNumber, dayOfNumber } from './days.ts'
import { toPersianDigits } from './digits.ts'
import { formatJalali } from './jalali-format.ts'
import { fromJalali, toJalali } from './jalali.ts'
import { parseDate } from './parse-date.ts'
import { localTime } from './zones.ts'

const tehran = 'Asia/Tehran'

function day(text: string, format: DateFormat) {
  const parsed = parseDate(text, format, tehran)
  return parsed.ok ? parsed.day : parsed.reason
}

function instant(text: string, format: DateFormat, zone = tehran) {
  const parsed = parseDate(text, format, zone)
  return parsed.ok ? parsed.instant?.toISOString() : parsed.reason
}

describe('days as people write them', () => {
  test.each<[string, DateFormat, string]>([
    ['1403/5/12', 'jalali-ymd', '2024-08-02'],
    ['۱۲-۰۵-۱۴۰۳', 'jalali-dmy', '2024-08-02'],
    ['١٤٠٣.٠٥.١٢', 'jalali-ymd', '2024-08-02'],
    ['\u200f۱۴۰۳ / ۰۵ / ۱۲\u200f', 'jalali-ymd', '2024-08-02'],
    ['14030512', 'jalali-ymd', '2024-08-02'],
    ['12 مرداد 1403', 'jalali-dmy', '2024-08-02'],
    ['جمعه ۱۲ مردادماه ۱۴۰۳', 'jalali-ymd', '2024-08-02'],
    ['۱۲ اردی‌بهشت ۱۴۰۳', 'jalali-dmy', '2024-05-01'],
    ['پنج‌شنبه، ۱ آذر ۱۴۰۳', 'jalali-dmy', '2024-11-21'],
    ['03/05/12', 'jalali-ymd-short', '2024-08-02'],
    ['98/1/1', 'jalali-ymd-short', '2019-03-21'],
    ['980101', 'jalali-ymd-short', '2019-03-21'],
    ['29/2/2016', 'gregorian-dmy', '2016-02-29'],
    ['2/29/2016', 'gregorian-mdy', '2016-02-29'],
    ['2016-02-29', 'gregorian-ymd', '2016-02-29'],
    ['29.02.2016', 'gregorian-dmy', '2016-02-29'],
    ['29022016', 'gregorian-dmy', '2016-02-29'],
    ['29 Feb 2016', 'gregorian-ymd', '2016-02-29'],
    ['Monday, February 29th, 2016', 'gregorian-mdy', '2016-02-29'],
    ['۲۹ فوریهٔ ۲۰۱۶', 'gregorian-dmy', '2016-02-29'],
    ['29-Feb-16', 'gregorian-dmy-short', '2016-02-29'],
    ['31/12/69', 'gregorian-dmy-short', '2069-12-31'],
    ['31/12/70', 'gregorian-dmy-short', '1970-12-31'],
  ])('%s as %s is %s', (text, format, expected) => {
    expect(day(text, format)).toBe(expected)
  })

  test('what the long Jalali form prints is read back', () => {
    expect(day(formatJalali('2026-03-21', 'long'), 'jalali-dmy')).toBe('2026-03-21')
  })
})

describe('instants as people write them', () => {
  test.each<[string, DateFormat, string, string]>([
    ['2012/10/09 14:50:17.000', 'gregorian-ymd-time', 'Europe/Rome', '2012-10-09T12:50:17.000Z'],
    ['29/2/2016 01:16', 'gregorian-dmy-time', 'UTC', '2016-02-29T01:16:00.000Z'],
    ['1403/05/12 ۱۴:۳۰', 'jalali-ymd-time', tehran, '2024-08-02T11:00:00.000Z'],
    ['۱۴:۳۰ - ۱۴۰۳/۰۵/۱۲', 'jalali-ymd-time', tehran, '2024-08-02T11:00:00.000Z'],
    ['۱۲ مرداد ۱۴۰۳ ساعت ۱۴:۳۰', 'jalali-dmy-time', tehran, '2024-08-02T11:00:00.000Z'],
    ['1403/05/12 02:30:05 ب.ظ', 'jalali-ymd-time', tehran, '2024-08-02T11:00:05.000Z'],
    ['1403/05/12 12:00:00 ق.ظ', 'jalali-ymd-time', tehran, '2024-08-01T20:30:00.000Z'],
    ['1403/05/12 14:30 ب.ظ', 'jalali-ymd-time', tehran, '2024-08-02T11:00:00.000Z'],
    ['1403/05/12 ۲:۳۰ بعدازظهر', 'jalali-ymd-time', tehran, '2024-08-02T11:00:00.000Z'],
    ['Feb 29, 2016 1:16 PM', 'gregorian-mdy-time', 'UTC', '2016-02-29T13:16:00.000Z'],
    ['2012-10-09T14:50:17.123456Z', 'gregorian-ymd-time', tehran, '2012-10-09T14:50:17.123Z'],
    ['2012-10-09T14:50:17+02:00', 'gregorian-ymd-time', tehran, '2012-10-09T12:50:17.000Z'],
    ['2012-10-09 14:50:17 +0330', 'gregorian-ymd-time', 'UTC', '2012-10-09T11:20:17.000Z'],
    ['2012-10-09 14:50:17-05', 'gregorian-ymd-time', 'UTC', '2012-10-09T19:50:17.000Z'],
    ['2012-10-09 14:50 UTC', 'gregorian-ymd-time', tehran, '2012-10-09T14:50:00.000Z'],
    ['2016-02-29', 'gregorian-ymd-time', tehran, '2016-02-28T20:30:00.000Z'],
    ['2013-03-31 02:30', 'gregorian-ymd-time', 'Europe/Rome', '2013-03-31T01:30:00.000Z'],
  ])('%s as %s in %s is %s', (text, format, zone, expected) => {
    expect(instant(text, format, zone)).toBe(expected)
  })

  test('an instant with its own offset counts for the local day', () => {
    expect(day('2024-08-01T22:00:00Z', 'gregorian-ymd-time')).toBe('2024-08-02')
  })
})

describe('what is refused, and why', () => {
  test.each<[string, DateFormat, string]>([
    ['', 'jalali-ymd', 'empty'],
    [' \u200f ', 'jalali-ymd', 'not-a-date'],
    ['?', 'jalali-ymd', 'not-a-date'],
    ['فردا', 'jalali-ymd', 'not-a-date'],
    ['1403/05', 'jalali-ymd', 'not-a-date'],
    ['1403/05-12', 'jalali-ymd', 'not-a-date'],
    ['1403/05/12/1', 'jalali-ymd', 'not-a-date'],
    ['12 مرداد آبان 1403', 'jalali-ymd', 'not-a-date'],
    ['14:30', 'jalali-ymd-time', 'not-a-date'],
    ['45000.5', 'gregorian-ymd', 'not-a-date'],
    ['1403/7/31', 'jalali-ymd', 'no-such-day'],
    ['1404/12/30', 'jalali-ymd', 'no-such-day'],
    ['1403/7/0', 'jalali-ymd', 'no-such-day'],
    ['2015-02-29', 'gregorian-ymd', 'no-such-day'],
    ['1900-02-29', 'gregorian-ymd', 'no-such-day'],
    ['1403/13/1', 'jalali-ymd', 'no-such-month'],
    ['29/2/2016', 'gregorian-mdy', 'no-such-month'],
    ['2024/05/12', 'jalali-ymd', 'year-out-of-range'],
    ['1403/05/12', 'gregorian-ymd', 'year-out-of-range'],
    ['0000-00-00', 'gregorian-ymd', 'year-out-of-range'],
    ['12/05/1403', 'jalali-ymd', 'other-format'],
    ['12 March 2016', 'jalali-dmy', 'other-format'],
    ['03/05/12', 'jalali-ymd', 'other-format'],
    ['403/05/12', 'jalali-ymd-short', 'other-format'],
    ['1403/05/12 25:00', 'jalali-ymd-time', 'no-such-time'],
    ['1403/05/12 24:00', 'jalali-ymd-time', 'no-such-time'],
    ['1403/05/12 12:60', 'jalali-ymd-time', 'no-such-time'],
    ['1403/05/12 14:30 ق.ظ', 'jalali-ymd-time', 'no-such-time'],
    ['2016-02-29T10:00+99:00', 'gregorian-ymd-time', 'no-such-time'],
    ['1403/05/12 10:00', 'jalali-ymd', 'unexpected-time'],
  ])('%j as %s: %s', (text, format, reason) => {
    expect(day(text, format)).toBe(reason)
  })

  test('no text at all makes it throw', () => {
    const text = fc.oneof(anyText, fc.stringMatching(/^[0-9۰-۹/:. -]{0,20}$/))
    fc.assert(
      fc.property(text, fc.constantFrom(...dateFormats), (anything, format) => {
        expect(typeof parseDate(anything, format, tehran).ok).toBe('boolean')
      }),
    )
  })
})

describe('formats', () => {
  test('a format goes by its name', () => {
    expect(dateFormats).toHaveLength(24)
    expect(isDateFormat('jalali-ymd-short-time')).toBe(true)
    expect(isDateFormat('lunar-ymd')).toBe(false)
    expect(dateFormatParts('gregorian-dmy-time')).toEqual({ calendar: 'gregorian', order: 'dmy', shortYear: false, time: true })
    expect(() => dateFormatParts('lunar-ymd' as DateFormat)).toThrow(RangeError)
  })

  test('what is printed in a format is read back as itself, with any separator and digits', () => {
    const days = fc.integer({ min: dayNumber('1971-03-21'), max: dayNumber('2049-03-20') }).map(dayOfNumber)
    const milliseconds = fc.integer({ min: 0, max: 86_399 }).map((seconds) => seconds * 1000)
    const style = fc.record({ separator: fc.constantFrom('/', '-', '.', ' ', ' / '), padded: fc.boolean(), persian: fc.boolean() })
    fc.assert(
      fc.property(days, milliseconds, fc.constantFrom(...dateFormats), style, (date, clock, name, { separator, padded, persian }) => {
        const format = dateFormatParts(name)
        const printed = print(date, clock, format, separator, padded)
        const parsed = parseDate(persian ? toPersianDigits(printed) : printed, name, 'UTC')
        expect(parsed).toEqual({
          ok: true,
          day: date,
          ...(format.time && { instant: new Date(dayNumber(date) * 86_400_000 + clock) }),
        })
      }),
      { numRuns: 2000 },
    )
  })
})

function print(date: string, clock: number, format: DateFormatParts, separator: string, padded: boolean): string {
  const jalali = toJalali(date)
  expect(fromJalali(jalali)).toBe(date)
  const [gy, gm, gd] = date.split('-').map(Number)
  const [y, m, d] = format.calendar === 'jalali' ? [jalali.jy, jalali.jm, jalali.jd] : [gy, gm, gd]
  const year = format.shortYear ? String(y).slice(-2) : String(y)
  const [month, dayOfMonth] = [m, d].map((number) => String(number).padStart(padded ? 2 : 1, '0'))
  const fields = { ymd: [year, month, dayOfMonth], dmy: [dayOfMonth, month, year], mdy: [month, dayOfMonth, year] }[format.order]
  return fields.join(separator) + (format.time ? ` ${localTime(new Date(clock), 'UTC')}` : '')
}
