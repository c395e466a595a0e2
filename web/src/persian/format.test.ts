import { expect, test } from 'vitest'
import { formatsFor } from './format.ts'

const fa = formatsFor('fa')
const en = formatsFor('en')
const moment = '2026-11-22T11:05:00Z'

test('a moment is written in the calendar of the language and the zone of the organisation', () => {
  expect(fa.moment(moment)).toBe('۱۴۰۵/۰۹/۰۱، ۱۴:۳۵')
  expect(en.moment(moment)).toBe('22 Nov 2026, 14:35')
  expect(fa.date('2026-11-21T21:00:00Z')).toBe('۱۴۰۵/۰۹/۰۱')
})

test('a span is told in its two largest units', () => {
  expect(fa.duration(3 * 86_400 + 4 * 3600 + 120)).toBe('۳ روز و ۴ ساعت')
  expect(fa.duration(90)).toBe('۱ دقیقه و ۳۰ ثانیه')
  expect(fa.duration(3600)).toBe('۱ ساعت')
  expect(en.duration(86_400 + 3600)).toBe('1 day 1 hour')
})

test('a span that rounds up to a whole day is a day, and no time is zero seconds', () => {
  expect(fa.duration(86_399)).toBe('۱ روز')
  expect(fa.duration(0)).toBe('۰ ثانیه')
  expect(fa.duration(-120)).toBe('−۲ دقیقه')
  expect(fa.duration(Number.NaN)).toBe('—')
})

test('what happened lately is told from now; older things carry their date', () => {
  const now = new Date(moment)
  expect(fa.relative('2026-11-22T11:00:00Z', now)).toBe('۵ دقیقه پیش')
  expect(fa.relative('2026-11-22T13:10:00Z', now)).toBe('۲ ساعت دیگر')
  expect(fa.relative('2026-11-22T11:04:30Z', now)).toBe('همین حالا')
  expect(en.relative('2026-11-21T11:00:00Z', now)).toBe('1 day ago')
  expect(fa.relative('2026-10-01T11:00:00Z', now)).toBe('۱۴۰۵/۰۷/۰۹')
})

test('sizes are told in the unit that keeps the figure short', () => {
  expect(fa.bytes(0)).toBe('۰ بایت')
  expect(fa.bytes(1_250_000)).toBe('۱٫۳ مگابایت')
  expect(en.bytes(48_000)).toBe('48 kB')
})
