import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp } from '../../../testing/open-test-app.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp()
})
afterAll(() => site.close())

const given = { organisationName: 'شرکت آزمون', personName: 'مهتاب آزمونی', username: 'mahtab', password: 'گذرواژهٔ بلند ۱' }

test('a new organisation is set up once, and its first administrator is signed in', async () => {
  const empty = await site.call(contract.session.show)
  expect(empty.body).toMatchObject({ setUp: false, person: null })
  const made = await site.call(contract.session.setUp, { body: given })
  expect(made.body).toMatchObject({ setUp: true, person: { name: 'مهتاب آزمونی' }, permissions: { 'identity.manage': 'all' } })
  const again = await site.call(contract.session.setUp, { body: given })
  expect(again).toMatchObject({ status: 409, body: { code: 'already-set-up' } })
})

test('the session cookie opens the session, and is neither readable by scripts nor sent across sites', async () => {
  const signedIn = await site.call(contract.session.signIn, { body: { login: 'MAHTAB', password: given.password } })
  expect(signedIn.status).toBe(200)
  const cookie = String(signedIn.headers['set-cookie'])
  expect(cookie).toMatch(/HttpOnly/u)
  expect(cookie).toMatch(/SameSite=Lax/u)
  const session = await site.app.http.inject({ url: '/api/session', headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(session.json()).toMatchObject({ person: { username: 'mahtab' } })
})

test('five wrong passwords close the name for a while, also for the right password, and the trail remembers them', async () => {
  const attempt = (password: string) => site.call(contract.session.signIn, { body: { login: 'mahtab', password } })
  for (let i = 0; i < 5; i += 1) expect((await attempt('نادرست')).body).toMatchObject({ code: 'sign-in-refused' })
  const locked = await attempt(given.password)
  expect(locked).toMatchObject({ status: 429, body: { code: 'sign-in-locked' } })
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0)
  site.clock.now = new Date(site.clock.now.getTime() + 11_000)
  expect((await attempt(given.password)).status).toBe(200)
  const refused = await site.owner.query(`select count(*)::int as n from identity.audit_entry where action = 'session.refused'`)
  expect(refused.rows[0]).toEqual({ n: 5 })
})

test('whoever does not exist is refused in the same words as a wrong password', async () => {
  const wrong = await site.call(contract.session.signIn, { body: { login: 'mahtab', password: 'x' } })
  const unknown = await site.call(contract.session.signIn, { body: { login: 'nobody', password: 'x' } })
  expect(unknown.text).toBe(wrong.text)
})

test('a write from another site is refused', async () => {
  const reply = await site.app.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { login: 'mahtab', password: given.password },
  })
  expect(reply.json()).toMatchObject({ code: 'cross-site' })
})

test('the application can neither change nor empty the audit trail', async () => {
  await expect(
    site.app.runAsSystem(({ tx }) =>
      (tx as never as { deleteFrom: (t: string) => { execute: () => Promise<unknown> } }).deleteFrom('identity.audit_entry').execute(),
    ),
  ).rejects.toThrow(/permission denied/u)
})
