import { customerFilters } from '@parvandeh/contract'
import { expect, test } from 'vitest'
import { readFilters } from './filters.ts'

test('filters of an address are read, numbers and words alike', () => {
  expect(readFilters(customerFilters, { q: 912, kind: 'person', provinceId: '8', provisional: true })).toEqual({
    q: '912',
    kind: 'person',
    provinceId: 8,
    provisional: 'true',
  })
})

test('what does not fit is left out instead of breaking the page', () => {
  expect(readFilters(customerFilters, { kind: 'cat', unitId: 'x', q: '', sort: ['name'], other: 1 })).toEqual({})
})

test('defaults are not written into the address', () => {
  expect(readFilters(customerFilters, {})).toEqual({})
})
