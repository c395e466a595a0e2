import { expect, test } from 'vitest'
import { countFilters, filtersOf, presetIn, presetsOf, readRequestSearch } from './request-search.ts'

const me = { id: '0197a3c1-0000-7000-8000-000000000001', unitId: '0197a3c1-0000-7000-8000-000000000002' }

test('where the address says nothing, the unfinished requests are listed', () => {
  expect(filtersOf({})).toEqual({ status: 'unfinished' })
  expect(filtersOf({ status: 'any', priority: 'urgent' })).toEqual({ priority: 'urgent' })
  expect(filtersOf({ status: 'closed' })).toEqual({ status: 'closed' })
})

test('an address is read filter by filter; what makes no sense is left out', () => {
  expect(readRequestSearch({ status: 'any', holderId: 'nobody', unitId: 'nowhere' })).toEqual({ status: 'any', holderId: 'nobody' })
})

test('a preset is known by its holder and unit, whatever else narrows the list', () => {
  const presets = presetsOf(me)
  expect(presetIn({}, presets)).toBe('all')
  expect(presetIn({ holderId: me.id, priority: 'urgent' }, presets)).toBe('mine')
  expect(presetIn({ holderId: 'nobody', unitId: me.unitId }, presets)).toBe('queue')
  expect(presetIn({ holderId: 'nobody' }, presets)).toBeNull()
})

test('whoever has no unit is offered no queue', () => {
  expect(presetsOf({ ...me, unitId: null }).map(({ name }) => name)).toEqual(['mine', 'all'])
})

test('the text and the order are no filters, nor is every state', () => {
  expect(countFilters({ q: 'پمپ', sort: 'priority', status: undefined, priority: 'low' })).toBe(1)
  expect(countFilters({ status: 'any' })).toBe(0)
  expect(countFilters({ status: 'closed' })).toBe(1)
})
