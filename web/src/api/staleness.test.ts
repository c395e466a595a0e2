import { expect, test } from 'vitest'
import { isStaleBy } from './staleness.ts'

const file = 'c1'
const changed = { event: 'service.request-changed', customerId: file, id: 'r1' }

test('a changed request makes the list of requests stale', () => {
  expect(isStaleBy(changed, ['/api/requests', { query: { status: 'open' } }])).toBe(true)
})

test("another customer's timeline stays fresh", () => {
  expect(isStaleBy(changed, ['/api/customers/:customerId/timeline', { params: { customerId: file } }])).toBe(true)
  expect(isStaleBy(changed, ['/api/customers/:customerId/timeline', { params: { customerId: 'c2' } }])).toBe(false)
})

test('an unknown event changes nothing', () => {
  expect(isStaleBy({ event: 'weather.changed', customerId: null, id: null }, ['/api/requests', {}])).toBe(false)
})
