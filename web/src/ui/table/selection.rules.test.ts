import { expect, test } from 'vitest'
import { isEmpty, isSelected, nothingSelected, selectBetween, toggleAll, toggleRow } from './selection.rules.ts'

const read = ['a', 'b', 'c', 'd', 'e']

test('a row is picked and let go', () => {
  const one = toggleRow(nothingSelected, 'b', read)
  expect(isSelected(one, 'b')).toBe(true)
  expect(isEmpty(toggleRow(one, 'b', read))).toBe(true)
})

test('a stretch is picked in either direction, besides what was picked before', () => {
  const start = toggleRow(nothingSelected, 'e', read)
  expect([...selectBetween(start, read, 'c', 'a').keys]).toEqual(['e', 'a', 'b', 'c'])
  expect([...selectBetween(start, read, 'b', 'c').keys]).toEqual(['e', 'b', 'c'])
  expect(selectBetween(start, read, 'x', 'y')).toBe(start)
})

test('all that were read are picked by one press and let go by the next', () => {
  const all = toggleAll(nothingSelected, read)
  expect(all.keys.size).toBe(5)
  expect(isEmpty(toggleAll(all, read))).toBe(true)
})

test('letting one go out of all that fit leaves the others that have been read', () => {
  const rest = toggleRow({ keys: new Set(), allFitting: true }, 'c', read)
  expect(rest.allFitting).toBe(false)
  expect([...rest.keys]).toEqual(['a', 'b', 'd', 'e'])
  expect(isEmpty(toggleAll({ keys: new Set(), allFitting: true }, read))).toBe(true)
})
