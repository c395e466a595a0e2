import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, settleInput, sourceOf, whyNotBegun } from './interaction.rules.ts'
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
