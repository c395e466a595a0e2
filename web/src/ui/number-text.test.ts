import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, writeNumber } from './number-text.ts'

test('Persian, Arabic and Latin digits mean the same number', () => {
  expect(readNumber('۱۲٬۳۴۵')).toBe(12345)
  expect(readNumber('١٢٣٤٥')).toBe(12345)
  expect(readNumber(' 12,345 ')).toBe(12345)
})

test('the decimal mark may be Persian, a slash or a dot', () => {
  expect(readNumber('۲٫۵')).toBe(2.5)
  expect(readNumber('۲/۵')).toBe(2.5)
  expect(readNumber('-2.5')).toBe(-2.5)
})

test('nothing typed is no number, and words are a mistake', () => {
  expect(readNumber('  ')).toBeNull()
  expect(readNumber('دوازده')).toBeNaN()
  expect(readNumber('۱۲-۳')).toBeNaN()
})

test('what is written reads back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('fa' as const, 'en' as const), (value, locale) => {
      expect(readNumber(writeNumber(value, locale, 0).replace(/\u200e/g, ''))).toBe(value === 0 ? 0 : value)
    }),
  )
})
