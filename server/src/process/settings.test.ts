import { expect, test } from 'vitest'
import { StartRefused } from '../platform/start-refused.ts'
import { readSettings } from './settings.ts'

test('without any setting the product serves this machine alone, over plain http', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: undefined,
    trustedProxies: [],
    tls: undefined,
    secure: false,
  })
  expect(readSettings({ PORT: '', PUBLIC_URL: '', TRUSTED_PROXY: '' })).toEqual(readSettings({}))
})

test('cookies are for https alone with a certificate of our own, or behind a proxy that has one', () => {
  expect(readSettings({ TLS_CERT: 'a', TLS_KEY: 'b' })).toMatchObject({ secure: true, tls: { certificate: 'a', key: 'b' } })
  expect(readSettings({ PUBLIC_URL: 'https://parvandeh.example' }).secure).toBe(true)
  expect(readSettings({ PUBLIC_URL: 'http://parvandeh.example' }).secure).toBe(false)
})

test('proxies are addresses or ranges of them', () => {
  expect(readSettings({ TRUSTED_PROXY: '10.0.0.5, 10.1.0.0/16,::1' }).trustedProxies).toEqual(['10.0.0.5', '10.1.0.0/16', '::1'])
})

test.each([
  [{ PORT: 'x' }, /PORT/u],
  [{ PORT: '70000' }, /PORT/u],
  [{ PUBLIC_URL: 'parvandeh' }, /PUBLIC_URL/u],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/u],
  [{ TRUSTED_PROXY: 'proxy.example' }, /TRUSTED_PROXY/u],
  [{ TRUSTED_PROXY: '10.0.0.0/99' }, /TRUSTED_PROXY/u],
  [{ TLS_CERT: 'a' }, /TLS_KEY/u],
])('%o is refused by name, and nothing starts', (env, name) => {
  expect(() => readSettings(env)).toThrow(StartRefused)
  expect(() => readSettings(env)).toThrow(name)
})
