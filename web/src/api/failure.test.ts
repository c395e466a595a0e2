import { expect, test } from 'vitest'
import { failureFrom } from './failure.ts'

test('problem details give their code, sentence and fields', () => {
  const failure = failureFrom(422, {
    type: 'about:blank',
    title: 'برخی از داده‌ها درست نیست.',
    status: 422,
    code: 'invalid-input',
    problems: [{ field: 'username', code: 'too-short', message: 'کوتاه است' }],
  })
  expect(failure.code).toBe('invalid-input')
  expect(failure.byField).toEqual({ username: 'کوتاه است' })
})

test('an answer without details is understood by its status', () => {
  expect(failureFrom(404, null).code).toBe('not-found')
  expect(failureFrom(502, '<html>').code).toBe('unreachable')
  expect(failureFrom(418, null).code).toBe('not-understood')
})
