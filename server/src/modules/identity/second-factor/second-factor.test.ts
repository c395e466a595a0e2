import { contract } from '@parvandeh/contract'
import { toPersianDigits } from '@parvandeh/contract/persian'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { codeAt } from '../../../testing/second-factor-builders.ts'

let site: TestApp
let administrator: TestPerson
const password = 'گذرواژهٔ بلند ۱'

beforeAll(async () => {
  site = await openTestApp()
  const body = { organisationName: 'تعاونی آزمون', personName: 'راهبر آزمونی', username: 'modir', password }
  await site.call(contract.session.setUp, { body })
  administrator = await site.signIn('modir', password)
})
afterAll(() => site.close())

// The clock of the sign-in library is the machine's; tests stop it, and with it the product's.
let moment = Date.parse('2026-12-01T08:00:10Z')
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  pass(600)
})
afterEach(() => void vi.useRealTimers())
const pass = (seconds: number) => {
  moment += seconds * 1000
  vi.setSystemTime(moment)
  site.clock.now = new Date(moment)
}
const codeNow = (secret: string, steps = 0) => codeAt(secret, new Date(moment + steps * 30_000))

const signIn = (login: string, more: { code?: string; remember?: boolean } = {}) =>
  site.call(contract.session.signIn, { body: { login, password, ...more } })
const cookieOf = (headers: Record<string, unknown>) =>
  [headers['set-cookie']]
    .flat()
    .map((header) => String(header).split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
const asSignedIn = (reply: { headers: Record<string, unknown> }): TestPerson => ({ ...administrator, cookie: cookieOf(reply.headers) })

let count = 0
/** Somebody of the organisation whose second factor is on. */
async function someoneWithSecondFactor() {
  const username = `kas${(count += 1)}`
  const { body: person } = await site.call(contract.people.add, {
    as: administrator,
    body: { name: 'پریسا آزمونی', username, email: null, unitId: null, roleIds: [], password },
  })
  await site.owner.query('update identity.person set password_due = false where id = $1', [person.id])
  const first = await site.signIn(username, password)
  const { body: made } = await site.call(contract.secondFactor.begin, { as: first, body: { password } })
  const confirmed = await site.call(contract.secondFactor.confirm, { as: first, body: { code: codeNow(made.secret) } })
  expect(confirmed.status).toBe(200)
  return {
    id: person.id,
    username,
    secret: made.secret,
    address: made.address,
    backupCodes: confirmed.body.backupCodes,
    as: asSignedIn(confirmed),
  }
}

test('once on, the password alone opens nothing; with the code of the app it does, in either alphabet', async () => {
  const { username, secret, address, as, backupCodes } = await someoneWithSecondFactor()
  expect(address).toContain(encodeURIComponent('تعاونی آزمون'))
  expect(backupCodes).toHaveLength(10)
  expect((await site.call(contract.secondFactor.show, { as })).body).toEqual({ on: true, backupCodesLeft: 10, required: false })
  pass(60)
  const refused = await signIn(username)
  expect(refused).toMatchObject({ status: 401, body: { code: 'second-factor-needed' } })
  expect(refused.headers['set-cookie']).toBeUndefined()
  const opened = await signIn(username, { code: toPersianDigits(codeNow(secret)) })
  expect(opened).toMatchObject({ status: 200, body: { person: { username } } })
  expect((await site.call(contract.session.show, { as: asSignedIn(opened) })).body.person?.username).toBe(username)
})

test('a clock that is half a minute off is forgiven, a minute and a half is not', async () => {
  const { username, secret } = await someoneWithSecondFactor()
  for (const [steps, status] of [
    [-3, 401],
    [3, 401],
    [-1, 200],
    [1, 200],
  ] as const) {
    pass(120)
    expect((await signIn(username, { code: codeNow(secret, steps) })).status).toBe(status)
  }
})

test('a code is good once, also when it is sent twice at the same moment', async () => {
  const { username, secret } = await someoneWithSecondFactor()
  pass(60)
  const code = codeNow(secret)
  const both = await Promise.all([signIn(username, { code }), signIn(username, { code })])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401])
  expect(await signIn(username, { code })).toMatchObject({ status: 401, body: { code: 'second-factor-refused' } })
})

test('wrong codes are slowed as wrong passwords are, and the trail remembers them', async () => {
  const { username, secret, id } = await someoneWithSecondFactor()
  pass(60)
  for (let i = 0; i < 5; i += 1) expect((await signIn(username, { code: '000000' })).body).toMatchObject({ code: 'second-factor-refused' })
  const locked = await signIn(username, { code: codeNow(secret) })
  expect(locked).toMatchObject({ status: 429, body: { code: 'sign-in-locked' } })
  pass(11)
  expect((await signIn(username, { code: codeNow(secret) })).status).toBe(200)
  const trail = await site.owner.query(
    `select count(*)::int as n from identity.audit_entry where action = 'second-factor.refused' and subject_id = $1`,
    [id],
  )
  expect(trail.rows).toEqual([{ n: 5 }])
})

test('without the phone a backup code opens, once', async () => {
  const { username, backupCodes } = await someoneWithSecondFactor()
  const [code = ''] = backupCodes
  const opened = await signIn(username, { code: code.toUpperCase().replace('-', ' ') })
  expect(opened.status).toBe(200)
  expect((await site.call(contract.secondFactor.show, { as: asSignedIn(opened) })).body.backupCodesLeft).toBe(9)
  pass(300)
  expect((await signIn(username, { code })).status).toBe(401)
})

test('a remembered browser is asked for no code for thirty days, until the sessions are ended', async () => {
  const { username, secret } = await someoneWithSecondFactor()
  pass(60)
  const remembered = asSignedIn(await signIn(username, { code: codeNow(secret), remember: true }))
  const again = () => site.call(contract.session.signIn, { as: remembered, body: { login: username, password } })
  const next = await again()
  expect(next.status).toBe(200)
  await site.call(contract.sessions.endOthers, { as: asSignedIn(next) })
  expect((await site.call(contract.session.signIn, { as: asSignedIn(next), body: { login: username, password } })).status).toBe(401)
})

test('it is turned off by password and code together, and by an administrator for whoever lost the phone', async () => {
  const { as, secret, id, username, backupCodes } = await someoneWithSecondFactor()
  pass(60)
  const off = (given: { password: string; code: string }) => site.call(contract.secondFactor.turnOff, { as, body: given })
  expect((await off({ password: 'نادرست نادرست', code: codeNow(secret) })).body).toMatchObject({ code: 'sign-in-refused' })
  expect((await off({ password, code: '000000' })).body).toMatchObject({ code: 'second-factor-refused' })
  const renewed = await site.call(contract.secondFactor.renewBackupCodes, { as, body: { password, code: codeNow(secret) } })
  expect(renewed.body.backupCodes.some((code) => backupCodes.includes(code))).toBe(false)
  const done = await off({ password, code: renewed.body.backupCodes[0] ?? '' })
  expect(done.status).toBe(200)
  expect((await signIn(username)).status).toBe(200)

  const other = await someoneWithSecondFactor()
  expect((await site.call(contract.people.show, { as: administrator, params: { personId: other.id } })).body.secondFactor).toBe(true)
  const params = { personId: other.id }
  expect((await site.call(contract.people.resetSecondFactor, { as: administrator, params })).status).toBe(200)
  await expect.poll(async () => (await site.call(contract.session.show, { as: other.as })).body.person).toBe(null)
  expect((await signIn(other.username)).status).toBe(200)
  expect((await site.call(contract.people.resetSecondFactor, { as: administrator, params })).body).toMatchObject({
    code: 'second-factor-off',
  })
  expect(id).not.toBe(other.id)
})

test('where managers must have one, whoever has none is led to it before any right holds; a clerk is not', async () => {
  const clerk = await someoneWithSecondFactor()
  const setPolicy = (policy: 'optional' | 'managers' | 'everyone', as = administrator) =>
    site.call(contract.secondFactor.setPolicy, { as, body: { policy } })
  expect((await setPolicy('managers')).status).toBe(200)
  await expect.poll(async () => (await site.call(contract.session.show, { as: administrator })).body.due).toBe('second-factor')
  expect((await site.call(contract.people.list, { as: administrator })).body).toMatchObject({ code: 'not-permitted' })
  expect((await site.call(contract.tokens.add, { as: administrator, body: { name: 'کلید', days: 1 } })).status).toBe(403)
  expect((await site.call(contract.session.show, { as: clerk.as })).body.due).toBe(null)

  const { body: made } = await site.call(contract.secondFactor.begin, { as: administrator, body: { password } })
  const confirmed = await site.call(contract.secondFactor.confirm, { as: administrator, body: { code: codeNow(made.secret) } })
  administrator = asSignedIn(confirmed)
  await expect.poll(async () => (await site.call(contract.people.list, { as: administrator })).status).toBe(200)
  const off = { password, code: confirmed.body.backupCodes[0] ?? '' }
  expect((await site.call(contract.secondFactor.turnOff, { as: administrator, body: off })).body).toMatchObject({
    code: 'second-factor-required',
  })
  expect((await site.call(contract.secondFactor.policy, { as: administrator })).body).toMatchObject({ policy: 'managers' })
  expect((await setPolicy('optional')).status).toBe(200)
})
