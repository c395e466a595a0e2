import { expect, test } from 'vitest'
import { extremesOf, strengthOf } from './relation.rules.ts'

test('an effect is called by the bounds that are in use, whichever way it goes', () => {
  expect([0.1, -0.2, 0.4, -0.9].map((value) => strengthOf({ effect: 'cliffs-delta', value }))).toEqual([
    'none',
    'weak',
    'middling',
    'strong',
  ])
  expect([0, 0.02, 0.1, 0.2].map((value) => strengthOf({ effect: 'eta-squared', value }))).toEqual(['none', 'weak', 'middling', 'strong'])
})

test('the groups that differ most are those of the largest and the smallest mean', () => {
  const group = (key: string, mean: number) => ({ key, name: null, n: 30, mean })
  expect(extremesOf({ groups: [group('a', 2), group('b', 5), group('c', 1)] })?.map(({ key }) => key)).toEqual(['b', 'c'])
  expect(extremesOf({ groups: [group('a', 2)] })).toBeUndefined()
})
