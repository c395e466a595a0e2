import { expect, test } from 'vitest'
import { conditionHolds } from './condition-holds.ts'
import type { Condition } from './conditions.ts'

const form = {
  kind: 'person',
  lastName: 'كاظمی',
  birthDate: '1990-04-01',
  'x.owns': ['c1', 'c2'],
  'x.floor': 3,
  'x.lift': false,
  'x.note': '',
}
const holds = (condition: Condition) => conditionHolds(condition, form, '2026-05-02')

test.each<[string, Condition, boolean]>([
  ['equals, however it is spelt', { field: 'lastName', is: 'equals', value: 'کاظمی' }, true],
  ['one of', { field: 'kind', is: 'one-of', value: ['organisation', 'person'] }, true],
  ['one of many choices', { field: 'x.owns', is: 'one-of', value: ['c2', 'c9'] }, true],
  ['all of many choices', { field: 'x.owns', is: 'all-of', value: ['c1', 'c9'] }, false],
  ['contains', { field: 'lastName', is: 'contains', value: 'ظم' }, true],
  ['above', { field: 'x.floor', is: 'above', value: 3 }, false],
  ['at least', { field: 'x.floor', is: 'at-least', value: 3 }, true],
  ['between', { field: 'x.floor', is: 'between', value: [1, 3] }, true],
  ['a day before', { field: 'birthDate', is: 'before', value: '1990-04-02' }, true],
  ['older than', { field: 'birthDate', is: 'older-than', value: 365 }, true],
  ['no is a value', { field: 'x.lift', is: 'filled' }, true],
  ['no equals no', { field: 'x.lift', is: 'equals', value: false }, true],
  ['an empty text is none', { field: 'x.note', is: 'empty' }, true],
  ['what the form does not have', { field: 'x.missing', is: 'equals', value: 'x' }, false],
  ['not, of what is not there', { not: { field: 'x.missing', is: 'filled' } }, true],
])('a form is asked: %s', (_name, condition, answer) => {
  expect(holds(condition)).toBe(answer)
})

test('all and any join what they hold', () => {
  const [yes, no]: Condition[] = [
    { field: 'x.floor', is: 'filled' },
    { field: 'x.note', is: 'filled' },
  ]
  expect(holds({ all: [yes!, no!] })).toBe(false)
  expect(holds({ any: [yes!, no!] })).toBe(true)
  expect(holds({ all: [yes!, { not: no! }] })).toBe(true)
})
