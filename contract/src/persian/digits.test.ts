import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.fixtures.ts'
import { digitsFor, formatDecimal, formatNumber, toAsciiDigits, toPersianDigits } from './digits.ts'

describe('digits', () => {
  test('Persian and Arabic digits typed together are read as ASCII', () => {
    expect(toAsciiDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 7 الف')).toBe('0123456789 0123456789 7 الف')
  })

  test('every digit is shown Persian', () => {
    expect(toPersianDigits('0123456789 ٤٥٦')).toBe('۰۱۲۳۴۵۶۷۸۹ ۴۵۶')
    expect(toPersianDigits(1405)).toBe('۱۴۰۵')
    expect(toPersianDigits(12n)).toBe('۱۲')
    expect(digitsFor('fa', 12)).toBe('۱۲')
    expect(digitsFor('en', '۱۲')).toBe('12')
  })

  test('any text survives the way to Persian digits and back as far as its digits go', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toAsciiDigits(toPersianDigits(text))).toBe(toAsciiDigits(text))
      }),
    )
  })
})

describe('numbers for people', () => {
  test('thousands are grouped with the Persian separator', () => {
    expect(formatNumber(1234567, 'fa')).toBe('۱٬۲۳۴٬۵۶۷')
    expect(formatNumber(1234567, 'en')).toBe('1,234,567')
    expect(formatNumber(999, 'fa')).toBe('۹۹۹')
    expect(formatNumber(9_007_199_254_740_993n, 'en')).toBe('9,007,199,254,740,993')
  })

  test('a negative number keeps its sign to the left in Persian', () => {
    expect(formatNumber(-1500, 'fa')).toBe('\u200e\u2212۱٬۵۰۰')
    expect(formatNumber(-0.4, 'fa')).toBe('۰')
  })

  test('decimals use the Persian decimal mark', () => {
    expect(formatDecimal(1234.56, 'fa', 2)).toBe('۱٬۲۳۴٫۵۶')
    expect(formatDecimal(40.861, 'fa')).toBe('۴۰٫۹')
    expect(formatDecimal(40.86, 'en', 2)).toBe('40.86')
    expect(formatDecimal(3, 'en', 2)).toBe('3.00')
  })

  test('what is not a number is a dash, never a wrong figure', () => {
    expect(formatNumber(Number.NaN, 'fa')).toBe('—')
    expect(formatDecimal(Number.POSITIVE_INFINITY, 'en')).toBe('—')
  })
})
