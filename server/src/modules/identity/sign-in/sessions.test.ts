import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

let site: TestApp
let administrator: TestPerson
const password = 'گذرواژهٔ بلند ۱'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'

beforeAll(async () => {
  site = await openTestApp()
  const body = { organisationName: 'تعاونی آزمون', personName: 'راهبر آزمونی', username: 'modir', password }
  await site.call(contract.session.setUp, { body })
  administrator = await site.signIn('modir', password)
})
afterAll(() => site.close())

async function someone(username: string): Promise<string> {
  const body = { name: 'پریسا آزمونی', username, email: null, unitId: null, roleIds: [], password }
  const { id } = (await site.call(contract.people.add, { as: administrator, body })).body
  await site.owner.query('update identity.person set password_due = false where id = $1', [id])
  return id
}
const isSignedIn = async (as: TestPerson) => (await site.call(contract.session.show, { as })).body.person !== null

test('one sees where one is signed in, and a session that is ended there is over at once', async () => {
  await someone('parisa')
  const here = await site.signIn('parisa', password)
  const there = await site.app.http.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress: '203.0.113.9',
    headers: { 'user-agent': firefox, 'x-parvandeh-address': '198.51.100.1' },
    payload: { login: 'parisa', password },
  })
  const other: TestPerson = { ...here, cookie: String(there.headers['set-cookie']).split(';')[0] ?? '' }
  const { sessions } = (await site.call(contract.sessions.list, { as: here })).body
  expect(sessions).toHaveLength(2)
  const foreign = sessions.find(({ current }) => !current)
  expect(foreign).toMatchObject({ address: '203.0.113.9', device: { kind: 'computer', system: 'windows', browser: 'firefox' } })
  expect(await isSignedIn(other)).toBe(true)
  expect((await site.call(contract.sessions.end, { as: here, params: { sessionId: foreign?.id ?? '' } })).status).toBe(200)
  await expect.poll(() => isSignedIn(other)).toBe(false)
  expect(await isSignedIn(here)).toBe(true)
})

test('nobody ends the session of another, save who manages people', async () => {
  const id = await someone('nahid')
  const hers = await site.signIn('nahid', password)
  const [session] = (await site.call(contract.sessions.list, { as: hers })).body.sessions
  const sessionId = session?.id ?? ''
  await someone('kamran')
  const his = await site.signIn('kamran', password)
  expect((await site.call(contract.sessions.end, { as: his, params: { sessionId } })).status).toBe(404)
  const seen = await site.call(contract.people.sessions, { as: administrator, params: { personId: id } })
  expect(seen.body.sessions).toMatchObject([{ id: sessionId, current: false }])
  expect((await site.call(contract.people.endSessions, { as: administrator, params: { personId: id } })).body).toEqual({ ended: 1 })
  await expect.poll(() => isSignedIn(hers)).toBe(false)
  expect(await isSignedIn(his)).toBe(true)
  const trail = await site.call(contract.audit.list, { as: administrator, query: { action: 'session.ended', subjectId: id } })
  expect(trail.body.rows).toMatchObject([{ actorName: 'راهبر آزمونی', after: { sessions: 1 } }])
})

test('a password that an administrator set ends sessions and tokens, and holds until the next sign-in only', async () => {
  const id = await someone('mitra')
  const before = await site.signIn('mitra', password)
  const token = (await site.call(contract.tokens.add, { as: before, body: { name: 'گزارش شبانه', days: null } })).body.token
  const asScript: TestPerson = { ...administrator, authorization: `Bearer ${token}` }
  delete asScript.cookie
  expect((await site.call(contract.session.show, { as: asScript })).body.person?.username).toBe('mitra')
  const given = 'گذرواژهٔ گذرا ۲۲'
  expect(
    (await site.call(contract.people.setPassword, { as: administrator, params: { personId: id }, body: { password: given } })).status,
  ).toBe(200)
  await expect.poll(() => isSignedIn(before)).toBe(false)
  expect(await isSignedIn(asScript)).toBe(false)

  const now = await site.signIn('mitra', given)
  expect((await site.call(contract.session.show, { as: now })).body).toMatchObject({ due: 'password', permissions: {} })
  expect((await site.call(contract.tokens.add, { as: now, body: { name: 'کلید', days: 1 } })).status).toBe(403)
  const change = (next: string) => site.call(contract.session.changePassword, { as: now, body: { current: given, next } })
  expect((await change(given)).body).toMatchObject({ code: 'same-password' })
  const changed = await change('گذرواژهٔ خودم ۳۳')
  expect(changed.status).toBe(200)
  const after = { ...now, cookie: String(changed.headers['set-cookie']).split(';')[0] ?? '' }
  expect((await site.call(contract.session.show, { as: after })).body.due).toBe(null)
})

test('with a new password of one’s own the tokens stay, unless one ends them too', async () => {
  await someone('arash')
  let person = await site.signIn('arash', password)
  await site.call(contract.tokens.add, { as: person, body: { name: 'گزارش شبانه', days: null } })
  const change = async (current: string, next: string, endTokens: boolean) => {
    const reply = await site.call(contract.session.changePassword, { as: person, body: { current, next, endTokens } })
    person = { ...person, cookie: String(reply.headers['set-cookie']).split(';')[0] ?? '' }
    return (await site.call(contract.tokens.list, { as: person })).body.tokens.length
  }
  expect(await change(password, `${password}۲`, false)).toBe(1)
  expect(await change(`${password}۲`, `${password}۳`, true)).toBe(0)
})
