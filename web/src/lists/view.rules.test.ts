import { expect, test } from 'vitest'
import { isBare, readListParts, withoutParts } from './list-search.ts'
import { addressOfView, isChanged, sameFilters, searchOfView } from './view.rules.ts'

const view = { id: '0197a3c1-0000-7000-8000-000000000009', search: { priority: 'urgent', provinceId: 8 }, group: 'unit' }

test('a view that has just been opened is not changed', () => {
  expect(isChanged(addressOfView(view), view)).toBe(false)
})

test('another filter, order, group or column changes it', () => {
  const opened = addressOfView(view)
  for (const change of [{ q: 'پمپ' }, { sort: 'name' }, { group: 'status' }, { group: undefined }, { columns: 'number' }]) {
    expect(isChanged({ ...opened, ...change }, view)).toBe(true)
  }
})

test('a filter that was taken away is as one that was never said, and a number as its digits', () => {
  expect(sameFilters({ priority: undefined, provinceId: '8' }, { provinceId: 8 })).toBe(true)
  expect(sameFilters({ priority: 'low' }, {})).toBe(false)
})

test('a view keeps the filters and the order, not the way in which it was opened', () => {
  expect(searchOfView({ ...addressOfView(view), sort: '-name', columns: 'number', q: undefined })).toEqual({
    priority: 'urgent',
    provinceId: 8,
    sort: '-name',
  })
})

test('the parts of any list are read out of an address, and left out of what the server is asked', () => {
  expect(readListParts({ view: 'none', group: 'unit', columns: 7, priority: 'low' })).toEqual({ view: 'none', group: 'unit' })
  expect(withoutParts({ view: 'none', group: 'unit', priority: 'low' })).toEqual({ priority: 'low' })
  expect(isBare({ q: undefined })).toBe(true)
  expect(isBare({ view: 'none' })).toBe(false)
})
