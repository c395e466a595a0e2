import { contract } from '@parvandeh/contract'
import { expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import { isOwnHost } from './own-host.ts'

const ask = (host: string | undefined) => isOwnHost(host, 'https://crm.example.ir', 'Daftar.shirkat.lan')

test.each([
  'localhost',
  'LOCALHOST:3000',
  'demo.localhost:3000',
  '127.0.0.1:3000',
  '[::1]:3000',
  '192.168.1.10:3000',
  'crm.example.ir',
  'crm.example.ir:443',
  'crm.example.ir.',
  'daftar:3000',
  'daftar.local:3000',
  'daftar.shirkat.lan',
  undefined,
])('%s is a name of ours', (host) => expect(ask(host)).toBe(true))

test.each([
  'attacker.example',
  '192.168.1.10.attacker.example',
  'localhost.attacker.example',
  'crm.example.ir.attacker.example',
  'a b',
  '',
])('%s is not', (host) => expect(ask(host)).toBe(false))

test('who asks by a foreign name is refused everywhere, in words for people and for programs', async () => {
  const site = await openTestApp({ publicUrl: 'https://crm.example.ir' })
  const get = (host: string, accept: string) =>
    site.app.http.inject({ url: contract.session.show.path, headers: { host, accept, 'accept-language': 'fa' } })
  expect((await get('crm.example.ir', '*/*')).statusCode).toBe(200)
  const refused = await get('attacker.example', '*/*')
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'foreign-host'])
  const page = await get('attacker.example', 'text/html')
  expect(page.headers['content-type']).toContain('text/plain')
  expect(page.payload).toMatch(/نشانی[^]*PUBLIC_URL/u)
  await site.close()
})
