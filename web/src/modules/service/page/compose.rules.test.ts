import { expect, test } from 'vitest'
import { interactionOf, isWritten, likelyChannel, nothingComposed } from './compose.rules.ts'

const zone = 'Asia/Tehran'
const now = new Date('2026-11-22T11:05:00Z')

test('an answer goes the way by which the customer asked in writing', () => {
  expect(likelyChannel({ channel: 'email', conversation: [] })).toBe('email')
  expect(likelyChannel({ channel: 'phone', conversation: [] })).toBe('sms')
})

test('a call that nobody answered has no length, and needs no words', () => {
  const call = { ...nothingComposed('call', 'sms'), answered: false, minutes: 4 }
  expect(isWritten(call)).toBe(true)
  expect(interactionOf(call, zone, now)).toMatchObject({ kind: 'call', direction: 'out', answered: false, minutes: null })
})

test('a note is talk among ourselves, at the moment of writing', () => {
  const note = { ...nothingComposed('note', 'sms'), body: 'قطعه در راه است' }
  expect(interactionOf(note, zone, now)).toMatchObject({ kind: 'note', direction: 'internal', startedAt: now.toISOString() })
  expect(isWritten({ ...note, body: '  ' })).toBe(false)
})

test('a visit entered later keeps its own time', () => {
  const visit = { ...nothingComposed('visit', 'sms'), minutes: 30, at: { day: '2026-11-21', time: '09:00' } }
  expect(interactionOf(visit, zone, now)).toMatchObject({ kind: 'visit', channel: 'in-person', startedAt: '2026-11-21T05:30:00.000Z' })
})
