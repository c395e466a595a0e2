import { expect, test } from 'vitest'
import type { KeyOf } from '../../../customers/index.ts'
import { SeenKeys } from './seen-keys.ts'

const code = (number: number): KeyOf => ({ by: 'national-code', key: `national-code:${number}` })
const phoneAndName = (key: string): KeyOf => ({ by: 'phone-name', key: `phone-name:${key}` })

test('of a hundred thousand rows none is told to repeat another, and each is known when it comes again', () => {
  const seen = new SeenKeys()
  const numbers = Array.from({ length: 100_000 }, (_, number) => number)
  expect(numbers.filter((number) => seen.isRepeated([code(number)]))).toEqual([])
  expect(numbers.filter((number) => !seen.isRepeated([code(number)]))).toEqual([])
})

test('one telephone and name with two national codes are two customers; with one code, or none, they are one', () => {
  const seen = new SeenKeys()
  expect(seen.isRepeated([code(1), phoneAndName('a')])).toBe(false)
  expect(seen.isRepeated([code(2), phoneAndName('a')])).toBe(false)
  expect(seen.isRepeated([phoneAndName('a')])).toBe(true)
  expect(seen.isRepeated([code(2), phoneAndName('b')])).toBe(true)
})
