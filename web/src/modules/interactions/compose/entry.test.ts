import { expect, test } from 'vitest'
import { bodyOf, emptyEntry, isWritten, whyNot } from './entry.ts'

const now = new Date('2026-11-22T10:00:00Z')
const zone = 'Asia/Tehran'

test('a call that ended just now began as long ago as it took', () => {
  expect(bodyOf({ ...emptyEntry, minutes: 12 }, [], now, zone)).toMatchObject({
    startedAt: '2026-11-22T09:48:00.000Z',
    minutes: 12,
    channel: 'phone',
  })
})

test('a given day and time are those of the organisation', () => {
  const entry = { ...emptyEntry, when: { day: '2026-11-22', time: '09:30' } }
  expect(bodyOf(entry, [], now, zone).startedAt).toBe('2026-11-22T06:00:00.000Z')
})

test('an unanswered call has no length, and a note neither length nor direction', () => {
  expect(bodyOf({ ...emptyEntry, answered: false, minutes: 3 }, [], now, zone)).toMatchObject({
    minutes: null,
    answered: false,
    startedAt: now.toISOString(),
  })
  expect(bodyOf({ ...emptyEntry, kind: 'note', answered: false, minutes: 3 }, ['d'], now, zone)).toMatchObject({
    direction: 'internal',
    minutes: null,
    answered: true,
    documentIds: ['d'],
  })
})

test('an empty note and half a date are told before they are sent', () => {
  expect(whyNot({ ...emptyEntry, kind: 'note', body: '  ' })).toBe('note-empty')
  expect(whyNot({ ...emptyEntry, when: { day: '2026-11-22', time: null } })).toBe('incomplete')
  expect(whyNot(emptyEntry)).toBeNull()
})

test('only what was typed counts as written', () => {
  expect(isWritten({ ...emptyEntry, kind: 'visit', direction: 'out' })).toBe(false)
  expect(isWritten({ ...emptyEntry, body: 'واشر عوض شد' })).toBe(true)
})
