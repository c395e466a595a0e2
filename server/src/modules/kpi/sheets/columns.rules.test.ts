import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noNumber, numberColumn, packNumbers, packPlaces, unpackNumbers, unpackPlaces, wordColumn } from './columns.rules.ts'

const spelt = ({ words, places }: ReturnType<typeof wordColumn>) => [...places].map((place) => words[place])

test('words come out of a packed column as they went in, also more than a byte can tell apart', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('الف', 'ب', 'none', '')), (all) => {
      const column = wordColumn(all)
      expect(spelt(unpackPlaces(packPlaces(column), column.words))).toEqual(all)
    }),
  )
  const many = Array.from({ length: 1000 }, (_, index) => `w${(index * 7) % 300}`)
  const column = wordColumn(many)
  expect(packPlaces(column).length).toBe(2000)
  expect(spelt(unpackPlaces(packPlaces(column), column.words))).toEqual(many)
})

test('numbers come out as they went in, with how many there are and their sum; a missing one is not a zero', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: noNumber + 1 }))), (all) => {
      const column = numberColumn(all)
      const known = all.filter((number) => number !== null)
      expect([...unpackNumbers(packNumbers(column))].map((number) => (number === noNumber ? null : number))).toEqual(all)
      expect([column.n, column.sum]).toEqual([known.length, known.reduce((sum, number) => sum + number, 0)])
    }),
  )
})

test('what does not fit is refused, not bent', () => {
  for (const number of [1.5, 2 ** 31, noNumber, Number.NaN]) expect(() => numberColumn([number])).toThrow('no number for a sheet')
  expect(() => wordColumn(Array.from({ length: 2 ** 16 + 1 }, (_, index) => `w${index}`))).toThrow('different words')
})
