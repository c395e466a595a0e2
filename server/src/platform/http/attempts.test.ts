import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp({ requestsPerMinute: 60 })
})
afterAll(() => site.close())

const signIn = (remoteAddress: string, login: string) =>
  site.app.http.inject({
    method: 'POST',
    url: contract.session.signIn.path,
    remoteAddress,
    headers: { 'accept-language': 'en' },
    payload: { login, password: 'x' },
  })

test('an address that tries passwords on name after name is slowed long before it is slowed at reading', async () => {
  for (const login of ['a1', 'a2', 'a3']) expect((await signIn('203.0.113.5', login)).statusCode).toBe(401)
  const slowed = await signIn('203.0.113.5', 'a4')
  expect(slowed.json()).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
  expect((await signIn('203.0.113.6', 'a4')).statusCode).toBe(401)
  expect((await site.app.http.inject({ url: contract.session.show.path, remoteAddress: '203.0.113.5' })).statusCode).toBe(200)
})
