import { contract } from '@parvandeh/contract'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { request as plainRequest } from 'node:http'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../testing/open-test-app.ts'
import type { TestApp } from '../testing/open-test-app.ts'
import { certificate, key } from './front.fixtures.ts'
import { openFront } from './front.ts'
import type { Front } from './front.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'parvandeh-test-tls-'))
const tls = { certificate: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') }
writeFileSync(tls.certificate, certificate)
writeFileSync(tls.key, key)

let site: TestApp
beforeAll(async () => {
  site = await openTestApp({ secure: true, publicUrl: 'https://parvandeh.example' })
  await site.call(contract.session.setUp, {
    body: { organisationName: 'شرکت آزمون', personName: 'مهتاب آزمونی', username: 'mahtab', password: 'گذرواژهٔ بلند ۱' },
  })
})
afterAll(() => site.close())

async function open(given: Parameters<typeof openFront>[0] = { tls: undefined }): Promise<{ front: Front; port: number }> {
  const front = openFront(given, site.app, async () => undefined)
  front.server.listen(0, '127.0.0.1')
  await once(front.server, 'listening')
  return { front, port: (front.server.address() as AddressInfo).port }
}

interface Said {
  status: number
  headers: IncomingMessage['headers']
  json: { code?: string; title?: string; setUp?: boolean }
}

function ask(
  port: number,
  given: { path?: string; method?: string; headers?: OutgoingHttpHeaders; body?: object; https?: boolean } = {},
): Promise<Said> {
  const { path: url = contract.session.show.path, method = 'GET', headers = {}, body, https = false } = given
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: url,
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    }
    const sent = https ? tlsRequest({ ...options, ca: certificate, servername: 'localhost' }) : plainRequest(options)
    sent.on('error', reject)
    sent.on('response', (reply) => {
      let text = ''
      reply.on('data', (chunk: Buffer) => (text += chunk.toString()))
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, json: JSON.parse(text || '{}') as Said['json'] }),
      )
    })
    sent.end(body && JSON.stringify(body))
  })
}

const signIn = { method: 'POST', body: { login: 'mahtab', password: 'گذرواژهٔ بلند ۱' } }

test('a certificate of our own serves https, with cookies that only https carries and a browser that is told to stay with it', async () => {
  const { front, port } = await open({ tls })
  const reply = await ask(port, { ...signIn, https: true })
  expect(reply).toMatchObject({ status: 200, json: { setUp: true } })
  expect(String(reply.headers['set-cookie'])).toMatch(/^__Secure-parvandeh\.session_token=[^;]+;.*HttpOnly;.*Secure;.*SameSite=Lax/iu)
  expect(reply.headers['strict-transport-security']).toBe('max-age=31536000')
  expect(reply.headers['content-security-policy']).toMatch(/script-src 'self'(?:;|$)/u)
  await expect(ask(port)).rejects.toThrow()
  await front.drain(1000)
})

test('a certificate that cannot be read, or whose key is another, is refused in words before anything is served', () => {
  for (const pair of [
    { ...tls, key: path.join(folder, 'none.pem') },
    { ...tls, key: tls.certificate },
  ]) {
    expect(() => openFront({ tls: pair }, site.app, async () => undefined)).toThrow(/TLS_CERT/u)
  }
})

test('behind a proxy that asks by another name, pages of the address that people type may write, and no others', async () => {
  const { front, port } = await open()
  const from = (origin: string) => ask(port, { ...signIn, headers: { origin } })
  expect((await from('https://parvandeh.example')).status).toBe(200)
  for (const origin of ['https://evil.example', 'null', 'https://parvandeh.example.evil.example']) {
    expect((await from(origin)).json).toMatchObject({ code: 'cross-site' })
  }
  await front.drain(1000)
})

test('what is not HTTP, or has headers without end, is answered with problem details and cut off', async () => {
  const { front, port } = await open()
  for (const words of ['سلام\r\n\r\n', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(40_000)}\r\n\r\n`]) {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.on('data', (chunk) => (said += chunk.toString()))
    socket.on('error', () => undefined)
    socket.write(words)
    await once(socket, 'close')
    expect(said).toMatch(/^HTTP\/1\.1 400 /u)
    expect(said).toContain('"code":"malformed-request"')
  }
  await front.drain(1000)
})

test('a stop answers what is under way and refuses what comes after it, also on the same connection', async () => {
  const { front, port } = await open()
  const get = (url: string) => `GET ${url} HTTP/1.1\r\nhost: localhost\r\naccept-language: en\r\n\r\n`
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (chunk) => (said += chunk.toString()))
  await site.owner.query('begin')
  await site.owner.query('lock table identity.organisation in access exclusive mode')
  const waiting = async () => (await site.owner.query(`select count(*)::int as n from pg_locks where not granted`)).rows[0].n as number
  socket.write(get(contract.session.show.path))
  await expect.poll(waiting).toBe(1)
  let isDrained = false
  const drained = front.drain(10_000).then(() => (isDrained = true))
  socket.write(get(contract.system.ready.path))
  await expect(ask(port)).rejects.toThrow(/ECONNREFUSED/u)
  expect([said, isDrained]).toEqual(['', false])
  await site.owner.query('rollback')
  await drained
  await expect.poll(() => said).toMatch(/^HTTP\/1\.1 200 OK.*"setUp":true.*HTTP\/1\.1 503 .*"code":"shutting-down"/su)
  await expect.poll(() => socket.closed || socket.readableEnded).toBe(true)
})

test('a stop does not wait for ever: neither for a live stream nor for a request that never ends', async () => {
  const { front, port } = await open()
  const listener = await site.addPerson('شنوندهٔ آزمونی')
  const stream = plainRequest({
    host: '127.0.0.1',
    port,
    path: contract.system.live.path,
    headers: { authorization: listener.authorization },
  })
  stream.end()
  stream.on('error', () => undefined)
  const [opened] = (await once(stream, 'response')) as [IncomingMessage]
  expect(opened.statusCode).toBe(200)
  await front.drain(5000)
  const started = Date.now()
  const endless = await open()
  const slow = plainRequest({
    host: '127.0.0.1',
    port: endless.port,
    path: '/api/session',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': 50 },
  })
  slow.on('error', () => undefined)
  slow.write('{')
  await expect.poll(() => new Promise((resolve) => endless.front.server.getConnections((_error, count) => resolve(count)))).toBe(1)
  await endless.front.drain(300)
  expect(Date.now() - started).toBeLessThan(4000)
  slow.destroy()
  stream.destroy()
})
