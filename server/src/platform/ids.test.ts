import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids of one moment sort in the order in which they were made, also a hundred thousand of them, and among ids of other moments', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 300 }), (moments) => {
      const made = moments.map((moment) => ({ moment, id: newId(new Date(1_800_000_000_000 + moment)) }))
      const sorted = made.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect(sorted).toEqual(made.toSorted((a, b) => a.moment - b.moment))
    }),
  )
  const now = new Date()
  const many = Array.from({ length: 100_000 }, () => newId(now))
  expect(many.toSorted()).toEqual(many)
  expect(new Set(many).size).toBe(many.length)
})

test('an id tells its version, variant and moment; of a moment before 1970, the beginning of it', () => {
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u
  for (let n = 0; n < 100; n += 1) expect(newId()).toMatch(shape)
  expect(newId(new Date(0x0190b5f01234)).slice(0, 13)).toBe('0190b5f0-1234')
  expect(newId(new Date('1930-01-01')).slice(0, 13)).toBe('00000000-0000')
})
