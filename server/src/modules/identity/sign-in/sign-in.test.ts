import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp()
})
afterAll(() => site.close())

const given = { organisationName: 'شرکت آزمون', personName: 'مهتاب آزمونی', username: 'mahtab', password: 'گذرواژهٔ بلند ۱' }

test('a new organisation is set up once, also by two at the same moment, and its first administrator is signed in', async () => {
  expect((await site.call(contract.demo.enter)).status).toBe(200)
  const empty = await site.call(contract.session.show)
  expect(empty.body).toMatchObject({ setUp: false, person: null })
  const both = await Promise.all([given, { ...given, username: 'second' }].map((body) => site.call(contract.session.setUp, { body })))
  const [made, late] = both.toSorted((a, b) => a.status - b.status)
  expect(late).toMatchObject({ status: 409, body: { code: 'already-set-up' } })
  const people = await site.owner.query('select username from identity.person')
  expect(people.rows).toEqual([{ username: made?.body.person?.username }])
  await site.owner.query(`update identity.person set username = 'mahtab'`)
  expect(made?.body).toMatchObject({ setUp: true, person: { name: 'مهتاب آزمونی' }, permissions: { 'identity.manage': 'all' } })
  const again = await site.call(contract.session.setUp, { body: given })
  expect(again).toMatchObject({ status: 409, body: { code: 'already-set-up' } })
})

test('once there is an organisation, the demo beside it is for its own people to have built', async () => {
  expect(await site.call(contract.demo.enter)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  expect((await site.call(contract.demo.show)).status).toBe(200)
  expect((await site.call(contract.demo.enter, { as: await site.signIn('mahtab', given.password) })).status).toBe(200)
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

test('the owner of a name signs in from their own address while a stranger elsewhere is shut out', async () => {
  const attempt = (remoteAddress: string, password: string) =>
    site.app.http.inject({ method: 'POST', url: '/api/session', remoteAddress, payload: { login: 'mahtab', password } })
  for (let i = 0; i < 6; i += 1) await attempt('203.0.113.7', 'نادرست')
  expect((await attempt('203.0.113.7', given.password)).json()).toMatchObject({ code: 'sign-in-locked' })
  expect((await attempt('198.51.100.4', given.password)).statusCode).toBe(200)
})

test('guesses from very many addresses are slowed all the same', async () => {
  const attempt = (n: number) =>
    site.app.http.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: `198.51.100.${n}`,
      payload: { login: 'atefeh', password: 'x' },
    })
  const codes: string[] = []
  for (let n = 1; n <= 42; n += 1) codes.push((await attempt(n)).json().code)
  expect(codes.slice(0, 41)).toEqual(Array.from({ length: 41 }, () => 'sign-in-refused'))
  expect(codes[41]).toBe('sign-in-locked')
})

test('guesses sent all at once are counted one by one', async () => {
  const attempt = (password: string) =>
    site.app.http.inject({ method: 'POST', url: '/api/session', remoteAddress: '192.0.2.9', payload: { login: 'mahtab', password } })
  await Promise.all(Array.from({ length: 5 }, (_, n) => attempt(`نادرست ${n}`)))
  const counted = await site.owner.query(`select failures from identity.sign_in_failure where login = '192.0.2.9 mahtab'`)
  expect(counted.rows).toEqual([{ failures: 5 }])
  expect((await attempt(given.password)).json()).toMatchObject({ code: 'sign-in-locked' })
})

test('one who sits at an open screen cannot guess the password either; the right one ends every other session', async () => {
  const [here, elsewhere] = [await site.signIn('mahtab', given.password), await site.signIn('mahtab', given.password)]
  const change = (current: string, next: string) => site.call(contract.session.changePassword, { as: here, body: { current, next } })
  const isSignedIn = async (as: TestPerson) => (await site.call(contract.session.show, { as })).body.person !== null
  for (let i = 0; i < 5; i += 1) expect((await change('نادرست', 'گذرواژهٔ تازه ۱۲')).body).toMatchObject({ code: 'sign-in-refused' })
  expect((await change(given.password, 'گذرواژهٔ تازه ۱۲')).body).toMatchObject({ code: 'sign-in-locked' })
  expect(await isSignedIn(elsewhere)).toBe(true)
  site.clock.now = new Date(site.clock.now.getTime() + 11_000)
  const changed = await change(given.password, 'گذرواژهٔ تازه ۱۲')
  expect(changed.status).toBe(200)
  await expect.poll(() => isSignedIn(elsewhere)).toBe(false)
  expect(await isSignedIn({ ...here, cookie: String(changed.headers['set-cookie']).split(';')[0] ?? '' })).toBe(true)
  const back = await site.signIn('mahtab', 'گذرواژهٔ تازه ۱۲')
  expect(
    (await site.call(contract.session.changePassword, { as: back, body: { current: 'گذرواژهٔ تازه ۱۲', next: given.password } })).status,
  ).toBe(200)
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
