import { expect, test } from 'vitest'
import { saidKind } from './said-kind.ts'

const call = { kind: 'call', direction: 'out', answered: true } as const

test('a call that nobody picked up is told apart from one that was talked', () => {
  expect(saidKind(call)).toBe('callOut')
  expect(saidKind({ ...call, answered: false })).toBe('missedOut')
  expect(saidKind({ ...call, direction: 'in', answered: false })).toBe('missedIn')
})

test('what was said among ourselves is a note, whatever its kind', () => {
  expect(saidKind({ kind: 'message', direction: 'internal', answered: true })).toBe('note')
  expect(saidKind({ kind: 'message', direction: 'in', answered: true })).toBe('messageIn')
  expect(saidKind({ kind: 'visit', direction: 'out', answered: true })).toBe('visit')
})
