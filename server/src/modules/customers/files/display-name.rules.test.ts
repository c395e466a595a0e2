import { expect, test } from 'vitest'
import { sortNameOf } from './display-name.rules.ts'

test('names sort as in a Persian directory: آ first, پ چ ژ گ in their places, half-spaces as spaces, Latin and digits before', () => {
  const inOrder = [
    '۲۰ آذر',
    'Zara',
    'آرش',
    'ابراهیم',
    'بابک',
    'پروین',
    'تارا',
    'جواد',
    'چنگیز',
    'حسن',
    'زهرا',
    'ژاله',
    'سارا',
    'علی رضا ب',
    'علی‌رضا پ',
    'علیرضا',
    'فرهاد',
    'کاوه',
    'گلنار',
    'لیلا',
    'مینا',
    'نیما',
    'وحید',
    'هما',
    'یاسر',
  ]
  const code = (name: string) => sortNameOf(name)
  const shuffled = inOrder.toReversed()
  expect(shuffled.toSorted((a, b) => (code(a) < code(b) ? -1 : 1))).toEqual(inOrder)
})

test('other spellings of a letter sort alike, and only so much of a name counts', () => {
  expect(sortNameOf('كاظمي')).toBe(sortNameOf('کاظمی'))
  expect(sortNameOf('ا\u0653رش')).toBe(sortNameOf('آرش'))
  expect(Array.from(sortNameOf('😀'.repeat(100)))).toHaveLength(60)
})
