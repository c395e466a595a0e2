import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { excerptOf, isIdOfNow, settleInput, sourceOf, whyNotBegun } from './interaction.rules.ts'
import type { InteractionInput } from './interaction.rules.ts'

const now = new Date('2026-05-01T10:00:00Z')
const call: InteractionInput = {
  kind: 'call',
  direction: 'in',
  channel: 'phone',
  personId: null,
  startedAt: now.toISOString(),
  minutes: 4,
  answered: false,
  subject: ' پيگيري ',
  body: 'متن',
  documentIds: ['a', 'b', 'a'],
}

test('a clock that is five minutes fast is believed, one that is faster is not', () => {
  expect(whyNotBegun(new Date('2026-05-01T10:05:00Z'), now)).toBeNull()
  expect(whyNotBegun(new Date('2026-05-01T10:05:00.001Z'), now)).toBe('too-late')
})

test('nothing begins before the first day of 1300 in Tehran', () => {
  expect(whyNotBegun(new Date('1921-03-20T20:30:00Z'), now)).toBeNull()
  expect(whyNotBegun(new Date('1921-03-20T20:29:59Z'), now)).toBe('too-early')
})

test('a note is internal and has no length; only a call can go unanswered', () => {
  expect(settleInput({ ...call, kind: 'note' })).toMatchObject({ direction: 'internal', minutes: null, answered: true })
  expect(settleInput({ ...call, kind: 'visit' })).toMatchObject({ direction: 'in', minutes: 4, answered: true })
  expect(settleInput(call)).toMatchObject({ answered: false, subject: 'پیگیری', documentIds: ['a', 'b'] })
})

test('an excerpt is one line of at most two hundred whole characters, from the beginning of the text', () => {
  expect(excerptOf('سلام\n\n  دنیا')).toBe('سلام دنیا')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (body) => {
      const excerpt = excerptOf(body)
      return [...excerpt].length <= 200 && body.replaceAll(/\s+/gu, ' ').startsWith(excerpt) && excerpt.isWellFormed()
    }),
  )
})

test('whoever comes with an access token is a machine', () => {
  expect([sourceOf({ kind: 'person' }), sourceOf({ kind: 'token' }), sourceOf({ kind: 'system' })]).toEqual(['hand', 'machine', 'machine'])
})

test('an id that the writer chose is of version 7 and of a moment that has come', () => {
  expect(isIdOfNow(newId(now), now)).toBe(true)
  expect(isIdOfNow(newId(new Date(now.getTime() + 3_600_000)), now)).toBe(false)
  expect(isIdOfNow('3f2b8c1e-5a6d-4b7c-8d9e-0a1b2c3d4e5f', now)).toBe(false)
})
