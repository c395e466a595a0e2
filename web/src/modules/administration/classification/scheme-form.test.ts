import { expect, test } from 'vitest'
import { bodyOf, conditionOf, ruleOf, valuesOf } from './scheme-form.ts'

test('a condition of one level goes into the form and out of it unchanged', () => {
  const one = { field: 'kind', is: 'equals' as const, value: 'person' }
  const two = { any: [one, { field: 'birthDate', is: 'filled' as const }] }
  expect(conditionOf(ruleOf(one))).toEqual(one)
  expect(conditionOf(ruleOf(two))).toEqual(two)
  expect(conditionOf(ruleOf(null))).toBeNull()
})

test('a nested condition is kept as it is', () => {
  const nested = { all: [{ not: { field: 'kind', is: 'equals' as const, value: 'person' } }] }
  expect(ruleOf(nested).leaves).toEqual([])
  expect(conditionOf(ruleOf(nested))).toEqual(nested)
})

test('a scheme by hand has no rules, unfinished conditions are left out, and no reason is given where none is needed', () => {
  const values = valuesOf(null)
  const [first] = values.classes
  const rule = { joined: 'all' as const, nested: null, leaves: [{ key: 'a', field: 'kind', is: null, value: undefined }] }
  const given = { ...values, name: 'اعتبار', protectedReason: 'x', classes: [{ ...first!, name: 'خوب', rule }] }
  expect(bodyOf(given)).toMatchObject({ protectedReason: null, classes: [{ condition: null }] })
  expect(bodyOf({ ...given, by: 'rule' }).classes[0]?.condition).toBeNull()
})
