import { expect, test } from 'vitest'
import { draftOf } from '../../../lists/condition/draft.rules.ts'
import { bodyOf, valuesOf } from './scheme-form.ts'

const condition = { field: 'kind', is: 'equals' as const, value: 'person' }

test('a scheme by hand has no rules, one by rule has its finished conditions, and no reason is given where none is needed', () => {
  const values = valuesOf(null)
  const [first] = values.classes
  const given = { ...values, name: 'اعتبار', protectedReason: 'x', classes: [{ ...first!, name: 'خوب', rule: draftOf(condition) }] }
  expect(bodyOf(given, () => true)).toMatchObject({ protectedReason: null, classes: [{ condition: null }] })
  expect(bodyOf({ ...given, by: 'rule' }, () => true).classes[0]?.condition).toMatchObject(condition)
  expect(bodyOf({ ...given, by: 'rule' }, () => false).classes[0]?.condition).toBeNull()
})
