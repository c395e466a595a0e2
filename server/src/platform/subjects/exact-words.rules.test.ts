import { expect, test } from 'vitest'
import { redacted, redactedIn, speaksOf } from './exact-words.rules.ts'

const speaks = speaksOf(['علی‌رضا نوری', '+989121117788', '0499370898', 'ali@example.ir', 'K-17', '42'])

test('a person is found by full name, number and code, however they are written', () => {
  for (const text of [
    'علیرضا نوری',
    'علي رضا نوري',
    '۰۹۱۲ ۱۱۱ ۷۷۸۸',
    '00989121117788',
    '912-111-7788',
    '۰۴۹۹۳۷۰۸۹۸',
    'ALI@example.ir',
    'k-17',
    '۴۲',
  ])
    expect(speaks(text), text).toBe(true)
})

test('half of a name, a longer name, and other numbers are of others', () => {
  for (const text of ['نوری', 'علی‌رضا', 'علی‌رضا نوریان', '0912111778', '142', '', 'تهران']) expect(speaks(text), text).toBe(false)
})

test('what speaks of the person is redacted wherever it stands in a value, and nothing else is touched', () => {
  const search = { q: 'علی‌رضا نوری', where: '{"all":[{"field":"phone","op":"is","value":["09121117788","0935"]}]}', kind: 'person', n: 3 }
  expect(redactedIn(search, speaks)).toEqual({
    q: redacted,
    where: `{"all":[{"field":"phone","op":"is","value":["${redacted}","0935"]}]}`,
    kind: 'person',
    n: 3,
  })
  const other = { where: '{"all": []}', q: 'نوری', broken: '{"' }
  expect(redactedIn(other, speaks)).toBe(other)
})
