import { expect, test } from 'vitest'
import { isCallerNumber } from './find-customers.ts'

test('a number is taken for a caller in whatever digits and grouping it was typed', () => {
  for (const typed of ['۰۹۱۲ ۱۱۱ ۲۲ ۳۳', '+98 912 1112233', '8877-6655', '(021) 88776655']) expect(isCallerNumber(typed)).toBe(true)
})

test('a name, a code and a few digits are no caller', () => {
  for (const typed of ['زهرا ۰۹۱۲۱۱۱۲۲۳۳', 'C-10234567', '912', '']) expect(isCallerNumber(typed)).toBe(false)
})
