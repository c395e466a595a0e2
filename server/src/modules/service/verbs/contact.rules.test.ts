import { expect, it } from 'vitest'
import { eventKindOfContact } from './contact.rules.ts'

it.each([
  ['call', 'in', 'call'],
  ['call', 'out', 'call'],
  ['call', 'internal', 'note'],
  ['visit', 'out', 'visit'],
  ['visit', 'in', 'visit'],
  ['message', 'in', 'customer-message'],
  ['message', 'out', 'answered'],
  ['message', 'internal', 'note'],
  ['note', 'internal', 'note'],
  ['note', 'out', 'note'],
] as const)('a %s (%s) is, for the request it is about, %s', (kind, direction, event) => {
  expect(eventKindOfContact({ kind, direction })).toBe(event)
})
