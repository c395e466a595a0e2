import { contract } from '@parvandeh/contract'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'
import { openLog } from '../log.ts'
import { sweepOnce } from './once.queries.ts'

let site: TestApp
let [mahtab, other]: TestPerson[] = []
beforeAll(async () => {
  site = await openTestApp()
  await site.call(contract.session.setUp, {
    body: { organisationName: 'شرکت آزمون', personName: 'مهتاب', username: 'mahtab', password: 'گذرواژهٔ بلند ۱' },
  })
  mahtab = await site.addPerson('مهتاب کوشا', { grants: { 'identity.manage': 'all' } })
  other = await site.addPerson('پویا کوشا', { grants: { 'identity.manage': 'all' } })
})
afterAll(() => site.close())

const send = async (key: string, name: string, as = mahtab) => {
  const reply = await site.app.http.inject({
    method: 'POST',
    url: '/api/branches',
    headers: { authorization: as?.authorization ?? '', 'idempotency-key': key },
    payload: { name },
  })
  return { status: reply.statusCode, body: reply.json<{ id: string; code?: string }>() }
}
const branches = async (name: string) =>
  (await site.owner.query('select count(*)::int as n from identity.branch where name = $1', [name])).rows[0].n as number

test('what is sent again under its key is done once and answered as the first time, however close they come', async () => {
  const key = randomUUID()
  const together = await Promise.all([send(key, 'شعبهٔ یکم'), send(key, 'شعبهٔ یکم'), send(key, 'شعبهٔ یکم')])
  const later = await send(key, 'شعبهٔ یکم')
  expect([...together, later].map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(new Set([...together, later].map(({ body }) => body.id)).size).toBe(1)
  expect(await branches('شعبهٔ یکم')).toBe(1)
})

test('a key is its own person’s, and stands for one thing only', async () => {
  const key = randomUUID()
  expect((await send(key, 'شعبهٔ دوم')).status).toBe(200)
  expect((await send(key, 'شعبهٔ دیگر', other)).status).toBe(200)
  expect(await branches('شعبهٔ دیگر')).toBe(1)
  expect(await send(key, 'شعبهٔ سوم')).toMatchObject({ status: 422, body: { code: 'key-reused' } })
  expect(await branches('شعبهٔ سوم')).toBe(0)
})

test('what was refused was not done: it may be sent again under the same key; a key that is none is refused', async () => {
  const key = randomUUID()
  expect((await send(key, '')).status).toBe(422)
  expect((await send(key, 'شعبهٔ چهارم')).status).toBe(200)
  expect((await send("' or 1=1", 'شعبهٔ پنجم')).status).toBe(400)
  expect(await branches('شعبهٔ پنجم')).toBe(0)
})

test('keys are forgotten after a week', async () => {
  const key = randomUUID()
  await send(key, 'شعبهٔ ششم')
  const tools = { runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal }
  await sweepOnce(tools)
  await send(key, 'شعبهٔ ششم')
  expect(await branches('شعبهٔ ششم')).toBe(1)
  site.clock.now = new Date(Date.now() + 8 * 86_400_000)
  await sweepOnce(tools)
  expect((await site.owner.query('select count(*)::int as n from platform.done_once')).rows[0].n).toBe(0)
})
