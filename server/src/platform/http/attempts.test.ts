import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp({ requestsPerMinute: 60, trustedProxies: ['10.9.9.9'] })
})
afterAll(() => site.close())

const signIn = (remoteAddress: string, login: string, forwardedFor?: string) =>
  site.app.http.inject({
    method: 'POST',
    url: contract.session.signIn.path,
    remoteAddress,
    headers: { 'accept-language': 'en', ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }) },
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

test('a trusted proxy says for whom it asks; anybody else who says so is taken for a liar', async () => {
  for (const login of ['b1', 'b2', 'b3', 'b4'])
    expect((await signIn('10.9.9.9', login, `203.0.113.${login.slice(1)}`)).statusCode).toBe(401)
  const codes: number[] = []
  for (const login of ['c1', 'c2', 'c3', 'c4']) codes.push((await signIn('10.9.9.10', login, `203.0.113.1${login.slice(1)}`)).statusCode)
  expect(codes).toEqual([401, 401, 401, 429])
})
