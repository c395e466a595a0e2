import { expect, test } from 'vitest'
import { lookOf, titleOf, type Glance } from './look.ts'
import { fa } from './messages.fa.ts'

const call: Glance = { kind: 'call', direction: 'in', channel: 'phone', answered: true }

test('an interaction is told in a few words', () => {
  expect(titleOf(call, fa)).toBe('تماس ورودی')
  expect(titleOf({ ...call, answered: false }, fa)).toBe('تماس بی‌پاسخ از مشتری')
  expect(titleOf({ ...call, direction: 'out', answered: false }, fa)).toBe('تماس ما بی‌پاسخ ماند')
  expect(titleOf({ kind: 'message', direction: 'out', channel: 'sms', answered: true }, fa)).toBe('پیامک به مشتری')
  expect(titleOf({ kind: 'message', direction: 'in', channel: 'other', answered: true }, fa)).toBe('پیام از مشتری')
  expect(titleOf({ kind: 'visit', direction: 'in', channel: 'in-person', answered: true }, fa)).toBe('مراجعهٔ مشتری')
})

test('a missed call stands out', () => {
  expect(lookOf({ ...call, answered: false }).tone).toBe('danger')
  expect(lookOf(call).tone).toBe('accent')
})
