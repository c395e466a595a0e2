import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowKeys } from './row-keys.ts'

test('exact duplicates are counted, and each row has its own key', () => {
  const keys = rowKeys()
  expect(
    [
      ['a', 'b'],
      ['a', 'b'],
      ['ab', ''],
      ['a', 'b'],
    ].map((cells) => keys.next(cells).occurrence),
  ).toEqual([1, 2, 1, 3])
})

test('blanks at the ends and composed letters do not make another row; other letters do', () => {
  const hashOf = (...cells: string[]): string => rowKeys().next(cells).contentHash
  expect(hashOf(' آرش ', 'é')).toBe(hashOf('آرش', 'e\u0301'))
  expect(hashOf('آرش')).not.toBe(hashOf('ارش'))
  expect(hashOf('1', '2')).not.toBe(hashOf('1', '2', ''))
})

test('reading again from the beginning gives the same keys', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 3 }), { maxLength: 50 }), (rows) => {
      const [first, second] = [rowKeys(), rowKeys()]
      expect(rows.map((cells) => first.next(cells))).toEqual(rows.map((cells) => second.next(cells)))
    }),
  )
})

test('fifty thousand rows take 20 bytes of a table each, and are told apart', () => {
  const before = process.memoryUsage().arrayBuffers
  const keys = rowKeys()
  let again = 0
  for (let n = 0; n < 50_000; n++) again += keys.next([String(n % 40_000)]).occurrence - 1
  expect(again).toBe(10_000)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024)
})
