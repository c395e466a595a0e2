import { expect, test } from 'vitest'
import { holds, meanings, withOtherLayout } from './keyboard-layout.ts'

test('keys pressed in the wrong layout are read as the other one', () => {
  expect(withOtherLayout('laj')).toBe('مشت')
  expect(withOtherLayout('زعسفخئثق')).toBe('customer')
})

test('a command is found whichever layout was on', () => {
  expect(holds('مشتریان Customers', 'laj')).toBe(true)
  expect(holds('مشتریان Customers', 'زعسف')).toBe(true)
  expect(holds('مشتریان Customers', 'مشتريان')).toBe(true)
  expect(holds('مشتریان Customers', 'درخواست')).toBe(false)
})

test('digits mean themselves and nothing typed means nothing', () => {
  expect(meanings('09123')).toEqual(['09123'])
  expect(meanings('   ')).toEqual([])
  expect(holds('مشتریان', '')).toBe(false)
})
