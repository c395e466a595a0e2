import { expect, test } from 'vitest'
import { likest } from './likeness.rules.ts'

const about = (subject: string, productId: string | null = null) => ({ subject, productId })
const subjects = (request: ReturnType<typeof about>, candidates: ReturnType<typeof about>[]) =>
  likest(request, candidates, 3).map((one) => one.subject)

const solved = ['پمپ آب صدا می‌دهد', 'دستگاه روشن نمی‌شود', 'نشتی آب از زیر دستگاه', 'درخواست نصب دستگاه', 'دستگاه قطره‌قطره نشت می‌کند'].map(
  (subject) => about(subject),
)

test('what shares a telling word comes first, whatever its letters and half-spaces', () => {
  expect(subjects(about('صداي پمپ زياد است'), solved)[0]).toBe('پمپ آب صدا می‌دهد')
  expect(subjects(about('نشتی دستگاه'), solved)[0]).toBe('نشتی آب از زیر دستگاه')
})

test('a word that nearly all have is not enough, and none is offered where nothing is alike', () => {
  expect(subjects(about('صورت‌حساب ماه پیش'), solved)).toEqual([])
  expect(subjects(about(''), solved)).toEqual([])
  expect(likest(about('پمپ'), [], 3)).toEqual([])
})

test('of two that are alike the one about the same product comes first, or else the one given first', () => {
  const two = [about('فیلتر زود پر می‌شود', 'الف'), about('فیلتر زود پر می‌شود', 'ب')]
  expect(likest(about('فیلتر پر شده', 'ب'), two, 3)[0]?.productId).toBe('ب')
  expect(likest(about('فیلتر پر شده'), two, 3)[0]?.productId).toBe('الف')
})
