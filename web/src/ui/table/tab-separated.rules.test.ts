import { expect, test } from 'vitest'
import { tabSeparated } from './tab-separated.rules.ts'

const one = (text: string) => tabSeparated([[text]])

test('cells are apart by tabs and rows by line ends', () => {
  expect(
    tabSeparated([
      ['شماره', 'عنوان'],
      ['۱۴۰۵-۱', 'نشتی'],
    ]),
  ).toBe('شماره\tعنوان\r\n۱۴۰۵-۱\tنشتی')
})

test('what a spreadsheet would run as a formula becomes text', () => {
  expect(one('=HYPERLINK("http://example.test")')).toBe(`'=HYPERLINK("http://example.test")`)
  expect(one('+cmd|calc')).toBe("'+cmd|calc")
  expect(one('-1+2')).toBe("'-1+2")
  expect(one('@SUM(A1)')).toBe("'@SUM(A1)")
  expect(one('\t=1+1')).toBe("' =1+1")
  expect(one('\r=1+1')).toBe("' =1+1")
  expect(one(' =1+1')).toBe("'=1+1")
})

test('numbers and phones with a sign stay numbers', () => {
  for (const harmless of ['-12.5', '+989121234567', '-۱۲٫۵', '۱۴۰۵/۰۹/۰۱']) expect(one(harmless)).toBe(harmless)
})

test('a text of several lines stays in its cell', () => {
  expect(tabSeparated([['خط یک\nخط دو\tستون', 'بعدی']])).toBe('خط یک خط دو ستون\tبعدی')
})
