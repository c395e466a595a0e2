import { expect, test } from 'vitest'
import { safeBack } from './safe-back.ts'

test('after sign-in a person returns to where they were going', () => {
  expect(safeBack('/requests?status=open')).toBe('/requests?status=open')
})

test('a link cannot send whoever signs in to another site', () => {
  for (const hostile of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    '',
    7,
  ]) {
    expect(safeBack(hostile)).toBeUndefined()
  }
})
