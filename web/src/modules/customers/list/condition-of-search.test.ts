import { expect, test } from 'vitest'
import { readCustomerSearch } from './customer-search.ts'
import { conditionOfSearch, whereOf } from './condition-of-search.ts'

const where = {
  any: [
    { field: 'cityId', is: 'equals', value: 12 },
    { field: 'lastContactAt', is: 'older-than', value: 90 },
  ],
}

test('C27: a condition is read out of the address, as the router left it or as text, and what is none is left out', () => {
  const text = JSON.stringify(where)
  expect(readCustomerSearch({ where })).toEqual({ where: text })
  expect(readCustomerSearch({ where: text })).toEqual({ where: text })
  for (const broken of ['{', '{"any":[]}', { field: 3 }, 7, '', null]) expect(readCustomerSearch({ where: broken })).toEqual({})
  expect(whereOf({ where: text })).toEqual(where)
})

test('C27: filters, words and conditions of a list become one condition', () => {
  expect(conditionOfSearch({})).toBeNull()
  expect(conditionOfSearch({ provinceId: 8 })).toEqual({ field: 'provinceId', is: 'equals', value: 8 })
  expect(conditionOfSearch({ kind: 'person', provisional: 'false', q: 'رضايی ۰۹۱۲', where: JSON.stringify(where) })).toEqual({
    all: [
      { field: 'kind', is: 'equals', value: 'person' },
      { field: 'provisional', is: 'equals', value: false },
      { field: 'name', is: 'contains', value: 'رضایی' },
      where,
    ],
  })
})
