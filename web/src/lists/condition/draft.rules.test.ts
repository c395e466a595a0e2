import type { Condition } from '@parvandeh/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionOf, draftOf, linesOf, newLine, partsJoined, withoutPart } from './draft.rules.ts'

const leaf = fc.constantFrom('a', 'b', 'c', 'd').map((field): Condition => ({ field, is: 'filled' }))
const { any: condition } = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('any').map((not): Condition => ({ not })),
  ),
}))

function holds(one: Condition, facts: ReadonlySet<string>): boolean {
  if ('all' in one) return one.all.every((part) => holds(part, facts))
  if ('any' in one) return one.any.some((part) => holds(part, facts))
  return 'not' in one ? !holds(one.not, facts) : facts.has(one.field)
}
const always = () => true

test('C27: a condition that is opened for a change and left as it is asks the same as before', () => {
  fc.assert(
    fc.property(condition, fc.subarray(['a', 'b', 'c', 'd']), (given, facts) => {
      const again = conditionOf(draftOf(given), always)
      expect(again).not.toBeNull()
      expect(holds(again!, new Set(facts))).toBe(holds(given, new Set(facts)))
    }),
  )
})

test('C27: lines that are not finished are left out, and where none is there is no condition', () => {
  const draft = draftOf({ field: 'a', is: 'filled' })
  const two = { ...draft, parts: [...draft.parts, newLine('b', 'equals')] }
  expect(linesOf(two)).toHaveLength(2)
  expect(conditionOf(two, ({ is, value }) => is === 'filled' || value !== undefined)).toEqual({ field: 'a', is: 'filled' })
  expect(conditionOf(two, () => false)).toBeNull()
  expect(conditionOf(draftOf(null), always)).toBeNull()
})

test('C27: what is joined by and stands by itself and is taken away by itself', () => {
  const one: Condition = { field: 'a', is: 'filled' }
  const other: Condition = { any: [{ field: 'b', is: 'filled' }, one] }
  expect(partsJoined({ all: [one, other] })).toEqual([one, other])
  expect(withoutPart({ all: [one, other] }, 0)).toEqual(other)
  expect(withoutPart(one, 0)).toBeNull()
})
