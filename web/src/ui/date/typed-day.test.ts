import { dayNumber, dayOfNumber, fromJalali, toAsciiDigits } from '@parvandeh/contract/persian'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTypedDay, writeTypedDay } from './typed-day.ts'

const today = fromJalali(1405, 9, 1)

test.each([
  ['۱۴۰۵/۹/۱', [1405, 9, 1]],
  ['1405-09-01', [1405, 9, 1]],
  ['١٤٠٥.٩.١', [1405, 9, 1]],
  ['1405 9 1', [1405, 9, 1]],
  ['14050901', [1405, 9, 1]],
  ['05/9/1', [1405, 9, 1]],
  ['۲۲/۱۱/۱۳۶۴', [1364, 11, 22]],
  ['۱ آذر ۱۴۰۵', [1405, 9, 1]],
  ['یکشنبه ۱ آذر ۱۴۰۵', [1405, 9, 1]],
  ['2026-11-22', [1405, 9, 1]],
  ['۸/۲۹', [1405, 8, 29]],
  ['۲۹ آبان', [1405, 8, 29]],
  ['امروز', [1405, 9, 1]],
  ['ديروز', [1405, 8, 30]],
  ['پس‌فردا', [1405, 9, 3]],
] as const)('«%s» is understood in Persian', (text, [jy, jm, jd]) => {
  expect(readTypedDay(text, 'fa', today)).toBe(fromJalali(jy, jm, jd))
})

test.each([
  ['22/11/2026', '2026-11-22'],
  ['2026-11-22', '2026-11-22'],
  ['22 Nov 2026', '2026-11-22'],
  ['Nov 22, 2026', '2026-11-22'],
  ['22.11.26', '2026-11-22'],
  ['22/11', '2026-11-22'],
  ['22 Nov', '2026-11-22'],
  ['yesterday', '2026-11-21'],
])('"%s" is understood in English', (text, day) => {
  expect(readTypedDay(text, 'en', today)).toBe(day)
})

test.each(['', 'بعداً', '1405/13/1', '1405/12/30', '۱۴۰۵/', '۱۴', '۹۹/۹۹', '31/02/2026'])('«%s» is no day', (text) => {
  expect(readTypedDay(text, 'fa', today)).toBeUndefined()
})

describe('a day written out', () => {
  const days = fc.integer({ min: dayNumber('1925-01-01'), max: dayNumber('2090-01-01') }).map(dayOfNumber)

  test('is read back as the same day, in either language and with either digits', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('fa' as const, 'en' as const), (day, language) => {
        const written = writeTypedDay(day, language)
        expect(readTypedDay(written, language, today)).toBe(day)
        expect(readTypedDay(toAsciiDigits(written), language, today)).toBe(day)
      }),
    )
  })
})
