import { expect, test } from 'vitest'
import { address } from './address.ts'

test('parameters are put in their places and made safe for an address', () => {
  expect(address('/api/customers/:customerId/requests/:number', { customerId: 'a b', number: '۱۲/۳' })).toBe(
    `/api/customers/a%20b/requests/${encodeURIComponent('۱۲/۳')}`,
  )
})

test('absent filters are left out and lists are repeated', () => {
  expect(address('/api/requests', {}, { q: 'علی', status: undefined, unitId: null, kinds: ['a', 'b'], limit: 50 })).toBe(
    `/api/requests?q=${encodeURIComponent('علی')}&kinds=a&kinds=b&limit=50`,
  )
})

test('a missing parameter is refused instead of calling a wrong address', () => {
  expect(() => address('/api/customers/:customerId', {})).toThrow('customerId')
})
