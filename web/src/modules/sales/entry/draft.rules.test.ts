import { expect, test } from 'vitest'
import { amountOf, bodyOf, effectOf, emptyDraft, planOf } from './draft.rules.ts'

const today = '2026-03-25'
const line = { key: 1, productId: null, title: 'نصب', quantity: 2, unitPrice: 1_000_000, discount: 100_000, tax: null }

test('the amount of an invoice is that of its lines, and the one typed where there are none', () => {
  expect(amountOf({ ...emptyDraft('invoice', today), amount: 5 })).toBe(5)
  expect(amountOf({ ...emptyDraft('invoice', today), amount: 5, lines: [line] })).toBe(1_900_000)
  expect(amountOf({ ...emptyDraft('receipt', today), amount: 5, lines: [line] })).toBe(5)
})

test('a voucher is not sent while something is missing', () => {
  expect(bodyOf(emptyDraft('receipt', today))).toBeNull()
  expect(bodyOf({ ...emptyDraft('receipt', today), amount: 0 })).toBeNull()
  const cheque = { ...emptyDraft('cheque', today), amount: 5, serial: '۱۲', bank: 'ملت' }
  expect(bodyOf(cheque)).toBeNull()
  expect(bodyOf({ ...cheque, dueDay: today })).toMatchObject({ kind: 'cheque', sayadId: null })
  expect(bodyOf({ ...emptyDraft('invoice', today), lines: [{ ...line, title: ' ' }] })).toBeNull()
})

test('an invoice adds to the balance, what is received takes off it, an offer does neither', () => {
  const effects = (['invoice', 'receipt', 'cheque', 'pre-invoice', 'debit', 'credit'] as const).map((kind) =>
    effectOf({ ...emptyDraft(kind, today), amount: 7 }),
  )
  expect(effects).toEqual([7, -7, -7, 0, 7, -7])
  expect(effectOf({ ...emptyDraft('opening', today), amount: 7, side: 'credit' })).toBe(-7)
})

test('instalments fall due on the same day of Jalali months and come to the whole', () => {
  const plan = planOf(10_000_003, 3, '2026-04-20', 1)
  expect(plan.map(({ dueDay }) => dueDay)).toEqual(['2026-04-20', '2026-05-21', '2026-06-21'])
  expect(plan.reduce((sum, { amount }) => sum + amount, 0)).toBe(10_000_003)
})
