import { expect, test } from 'vitest'
import { instantOfMoment, problemOfMoment } from './moment.rules.ts'

const zone = 'Asia/Tehran'
const now = new Date('2026-11-22T11:05:00Z')

test('now is always right, and needs no instant', () => {
  expect(problemOfMoment('now', zone, now)).toBeUndefined()
  expect(instantOfMoment('now', zone)).toBeNull()
})

test('a time typed is that of the organisation', () => {
  expect(instantOfMoment({ day: '2026-11-22', time: '14:35' }, zone)).toBe('2026-11-22T11:05:00.000Z')
  expect(problemOfMoment({ day: '2026-11-22', time: '14:35' }, zone, now)).toBeUndefined()
})

test('half a moment and one to come are said to be wrong', () => {
  expect(problemOfMoment({ day: '2026-11-22', time: null }, zone, now)).toBe('incomplete')
  expect(problemOfMoment({ day: '2026-11-22', time: '14:36' }, zone, now)).toBe('in-future')
})
