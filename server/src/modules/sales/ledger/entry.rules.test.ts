import fc from 'fast-check'
import { chequeStates, entryKinds } from '@parvandeh/contract'
import { expect, test } from 'vitest'
import { effectOf, lineTotal, nextStates, numberKey, tidySayad } from './entry.rules.ts'

test('an effect is the amount, the amount the other way, or nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entryKinds), fc.integer({ min: 1 }), fc.constantFrom(...chequeStates), (kind, amount, chequeState) => {
      expect([0, amount, -amount]).toContain(effectOf({ kind, amount, chequeState }))
    }),
  )
})

test('a cheque that bounced or was given back pays nothing, and an offer is owed by nobody', () => {
  expect(chequeStates.map((chequeState) => effectOf({ kind: 'cheque', amount: 5, chequeState }))).toEqual([-5, -5, -5, 0, 0])
  expect(effectOf({ kind: 'pre-invoice', amount: 5 })).toBe(0)
})

test('what is cleared or given back has come to its end', () => {
  expect(chequeStates.filter((state) => nextStates(state).length === 0)).toEqual(['cleared', 'returned'])
})

test('a line is rounded once; less than nothing, and what cannot be counted exactly, is refused', () => {
  const line = { productId: null, title: '', quantity: 1.5, unitPrice: 333, discount: 0, tax: 0 }
  expect(lineTotal(line)).toBe(500)
  expect(lineTotal({ ...line, discount: 501 })).toBeNull()
  expect(lineTotal({ ...line, quantity: 1_000_000, unitPrice: 1e15 })).toBeNull()
})

test('a Sayad id is sixteen digits in whatever script, not all the same', () => {
  expect(tidySayad('۱۲۳۴ ۵۶۷۸ ۹۰۱۲ ۳۴۵۶')).toBe('1234567890123456')
  expect(['123', '0'.repeat(16), '123456789012345a'].map(tidySayad)).toEqual([null, null, null])
})

test('a number is the same in any digits, spacing and case', () => {
  expect(numberKey(' A-۱۲  ب')).toBe(numberKey('a-12 ب'))
})
