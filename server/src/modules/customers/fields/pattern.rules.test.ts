import { expect, test } from 'vitest'
import { hasShape } from './pattern.rules.ts'

test.each([
  ['12ب345', '99آ999', true],
  ['12b345', '99آ999', false],
  ['AB-12', 'AA-99', true],
  ['AB12', 'AA-99', false],
  ['ژ9x', '***', true],
  ['9', '\\9', true],
  ['8', '\\9', false],
  ['', '', true],
  ['12', '9', false],
])('«%s» of the shape «%s»: %s', (text, pattern, answer) => {
  expect(hasShape(text, pattern)).toBe(answer)
})

test('the longest text and pattern are compared sign by sign', () => {
  expect(hasShape('a'.repeat(500), '*'.repeat(500))).toBe(true)
})
