import { expect, test } from 'vitest'
import { rowAfterKey } from './table-keys.ts'

test('J and K go down and up by the physical key, so the Persian layout changes nothing', () => {
  expect(rowAfterKey('KeyJ', 0, 5)).toBe(1)
  expect(rowAfterKey('KeyK', 3, 5)).toBe(2)
})

test('the ends of the table hold', () => {
  expect(rowAfterKey('KeyJ', 4, 5)).toBe(4)
  expect(rowAfterKey('KeyK', 0, 5)).toBe(0)
  expect(rowAfterKey('End', 0, 5)).toBe(4)
})

test('other keys and an empty table move nothing', () => {
  expect(rowAfterKey('KeyA', 2, 5)).toBeNull()
  expect(rowAfterKey('KeyJ', 0, 0)).toBeNull()
})
