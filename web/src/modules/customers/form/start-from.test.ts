import { expect, test } from 'vitest'
import { startFrom } from './start-from.ts'

test('a number searched for in vain becomes the way to reach the new customer', () => {
  expect(startFrom('۰۹۱۲۱۱۱۲۲۳۳').points).toEqual([expect.objectContaining({ kind: 'mobile', value: '۰۹۱۲۱۱۱۲۲۳۳', primary: true })])
  expect(startFrom('021 8877 6655').points).toEqual([expect.objectContaining({ kind: 'phone' })])
})

test('a name is parted into first and last name', () => {
  expect(startFrom('زهرا نیک‌پور تهرانی')).toEqual({ firstName: 'زهرا', lastName: 'نیک‌پور تهرانی' })
  expect(startFrom('نیک‌پور')).toEqual({ lastName: 'نیک‌پور' })
})

test('nothing searched for fills nothing in', () => {
  expect(startFrom(undefined)).toEqual({})
  expect(startFrom('  ')).toEqual({})
})
