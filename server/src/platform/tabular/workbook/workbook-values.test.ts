import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberStyleOf, serialOfDate, textOfNumber, unescapeWorkbookText } from './workbook-values.ts'
import { escapeXml } from './workbook-xml.ts'

const plain = { kind: 'plain', minDigits: 0 } as const

test('numbers come out in plain digits, as Excel shows them', () => {
  const shown = (raw: string): string => textOfNumber(raw, plain, false)
  expect(['1E+21', '1.5E-9', '-2.5e3', '6037991234567891', '6.0379912345678899E+15', '0.1', '12.300000000000001', '-0'].map(shown)).toEqual(
    ['1000000000000000000000', '0.0000000015', '-2500', '6037991234567891', '6037991234567890', '0.1', '12.3', '-0'],
  )
  expect(shown('not a number')).toBe('not a number')
})

test('number formats of dates, times, durations and padded codes are told apart', () => {
  const kinds = [
    'yyyy-mm-dd',
    '[$-fa-IR,16]yyyy/mm/dd;@',
    'd mmm',
    'h:mm',
    '[h]:mm',
    '#,##0.00',
    '"day" 0',
    'General',
    '[Red]0.0',
    '0\\d',
  ].map((code) => numberStyleOf(200, code).kind)
  expect(kinds).toEqual(['date', 'date', 'date', 'time', 'elapsed', 'plain', 'plain', 'plain', 'plain', 'plain'])
  expect([14, 20, 22, 46, 0, 4].map((id) => numberStyleOf(id, undefined).kind)).toEqual([
    'date',
    'time',
    'date',
    'elapsed',
    'plain',
    'plain',
  ])
  expect(numberStyleOf(164, '0000000000')).toEqual({ kind: 'plain', minDigits: 10 })
})

test("dates agree with both of Excel's calendars", () => {
  const date = { kind: 'date' } as const
  expect(textOfNumber('1', date, false)).toBe('1900-01-01 00:00:00')
  expect(textOfNumber('61', date, false)).toBe('1900-03-01 00:00:00')
  expect(textOfNumber('45371.395833333336', date, false)).toBe('2024-03-20 09:30:00')
  expect(textOfNumber('0', date, true)).toBe('1904-01-01 00:00:00')
  expect(textOfNumber('-5', date, false)).toBe('-5')
})

test('a date written is the date read', () => {
  const day = fc.date({
    min: new Date('1900-03-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(day, (moment) => {
      const text = moment.toISOString().slice(0, 19).replace('T', ' ')
      expect(textOfNumber(String(serialOfDate(text)), { kind: 'date' }, false)).toBe(text)
    }),
  )
  expect(['2024-02-30', '1403/01/05', '2024-01-01 25:00', '1890-01-01', ''].map(serialOfDate)).toEqual(Array(5).fill(undefined))
})

test('any text without NUL survives the escapes of a workbook', () => {
  const unxml = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: fc.integer({ min: 1, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        fc.constantFrom('_x000D_', 'a\r\nb', '_x005F_x000D_', '__x0041_'),
      ),
      (text) => {
        fc.pre(!text.includes('\0'))
        expect(unescapeWorkbookText(unxml(escapeXml(text)))).toBe(text)
      },
    ),
  )
})
