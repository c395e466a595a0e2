import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'

test('only what differs is told', () => {
  expect(changesBetween({ name: 'فروش', branchId: null }, { name: 'فروش تهران', branchId: null })).toEqual([
    { field: 'name', before: 'فروش', after: 'فروش تهران' },
  ])
})

test('of something new every field that holds a value is told, of something removed likewise', () => {
  expect(changesBetween(null, { name: 'فروش', branchId: null })).toEqual([{ field: 'name', before: null, after: 'فروش' }])
  expect(changesBetween({ name: 'فروش' }, null)).toEqual([{ field: 'name', before: 'فروش', after: null }])
})

test('what is no set of fields is told whole, and nothing gives nothing', () => {
  expect(changesBetween([1], [1, 2])).toEqual([{ field: '', before: [1], after: [1, 2] }])
  expect(changesBetween(null, undefined)).toEqual([])
})
