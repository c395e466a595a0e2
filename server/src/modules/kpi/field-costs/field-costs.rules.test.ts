import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighFields } from './field-costs.rules.ts'

const measure = { files: 1000, filled: 500, changed: 0, segments: 0, rules: 0 }

test('C26: a field that takes half of the time and is used by nobody is named; one that is used is not', () => {
  const weighed = weighFields([
    { key: 'features', asked: 50, minutes: 100, measure: { ...measure, filled: 50 } },
    { key: 'mobile', asked: 50, minutes: 100, measure: { ...measure, segments: 3 } },
  ])
  expect([weighed.get('features')?.verdict, weighed.get('mobile')?.verdict]).toEqual(['dear', 'fair'])
})

test('C26: of what was asked seldom, and of what is not measured, nothing is said', () => {
  const weighed = weighFields([
    { key: 'a', asked: 19, minutes: 100, measure },
    { key: 'b', asked: 50, minutes: 1, measure: null },
    { key: 'c', asked: 50, minutes: 1, measure },
  ])
  expect(['a', 'b', 'c'].map((key) => weighed.get(key)?.verdict)).toEqual(['too-few', 'unknown', 'fair'])
})

test('parts of time, and parts of use, come to the whole', () => {
  const field = fc.record({
    asked: fc.integer({ min: 1, max: 1000 }),
    minutes: fc.integer({ min: 1, max: 1000 }),
    measure: fc.record({
      files: fc.constant(1000),
      filled: fc.integer({ min: 1, max: 1000 }),
      changed: fc.nat(100),
      segments: fc.nat(9),
      rules: fc.nat(9),
    }),
  })
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 20 }), (fields) => {
      const weighed = [...weighFields(fields.map((one, place) => ({ ...one, key: String(place) }))).values()]
      expect(weighed.reduce((sum, { costPart }) => sum + (costPart ?? 0), 0)).toBeCloseTo(1)
      expect(weighed.reduce((sum, { usePart }) => sum + (usePart ?? 0), 0)).toBeCloseTo(1)
    }),
  )
})
