import { failures } from '@parvandeh/contract'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { tellError } from '../log.ts'
import { refusalOf } from './problems.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp()
})
afterAll(() => site.close())

const knock = (url: string, more: { method?: 'GET' | 'POST' | 'PUT'; payload?: string; headers?: Record<string, string> } = {}) =>
  site.app.http.inject({ method: 'GET', url, ...more })

const json = { 'content-type': 'application/json' }
const session = (payload: string) => ['/api/session', { method: 'POST', payload, headers: json }] as const

test.each([
  ['a path that cannot be decoded', ['/api/%E0%A4%A', {}], 'not-found'],
  ['a path with an overlong part', [`/api/requests/${'9'.repeat(5000)}`, {}], 'not-found'],
  ['a climb out of the folder', ['/api/../../etc/passwd', {}], 'not-found'],
  ['a method that is not served', ['/api/session', { method: 'PUT', payload: '{}', headers: json }], 'not-found'],
  ['JSON that breaks off', session('{"login":'), 'malformed-request'],
  ['a hidden prototype', session('{"__proto__":{"x":1},"login":"a","password":"b"}'), 'malformed-request'],
  ['a body of nothing', session(''), 'malformed-request'],
  ['a list in place of an object', session('[]'), 'invalid-input'],
  ['a hundred thousand brackets', session('['.repeat(100_000) + ']'.repeat(100_000)), 'invalid-input'],
  ['a body beyond the limit', session(JSON.stringify({ login: 'a'.repeat(300_000) })), 'body-too-large'],
  [
    'a form in place of JSON',
    ['/api/session', { method: 'POST', payload: 'login=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    'unsupported-media',
  ],
] as const)('%s is refused as problem details', async (_what, [url, more], code) => {
  const reply = await knock(url, { ...more, headers: { ...('headers' in more && more.headers), 'accept-language': 'en' } })
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(reply.json()).toMatchObject({ code, status: failures[code].status, title: failures[code].en })
  expect(reply.statusCode).toBe(failures[code].status)
})

/** What PostgreSQL answers to a statement. */
async function refusedBy(sql: string): Promise<unknown> {
  return site.owner.query(sql).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  )
}

test('a database that is away, or has no connection to spare, is said to be away and for how long', async () => {
  const connectionString = 'postgres://someone@127.0.0.1:1/none'
  const pool = new pg.Pool({ connectionString })
  await pool.end()
  const busy = new pg.Pool({ connectionString: inject('testServer'), max: 1, connectionTimeoutMillis: 1000 })
  const taken = await busy.connect()
  for (const reach of [() => new pg.Client({ connectionString }).connect(), () => pool.connect(), () => busy.connect()]) {
    const error = await reach().then(
      () => expect.unreachable(),
      (reason: unknown) => reason,
    )
    expect(refusalOf(error)).toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 })
    expect(refusalOf(new Error('Failed to get session', { cause: error }))).toMatchObject({ code: 'unavailable' })
  }
  taken.release()
  await busy.end()
})

test('a value that PostgreSQL refuses is bad input, and so is naming what is not there; taking away what is named is not', async () => {
  expect(refusalOf(await refusedBy(`select '{"a":"\\ud800"}'::jsonb`))).toMatchObject({ code: 'invalid-input' })
  expect(refusalOf(await refusedBy(`select 'x'::uuid`))).toMatchObject({ code: 'invalid-input' })
  expect(refusalOf(await refusedBy(`select 2147483647::int + 1`))).toMatchObject({ code: 'invalid-input' })
  const role = '0190b5f0-0000-7000-8000-00000000000a'
  const person = await site.addPerson('نگار آزمونی')
  expect(refusalOf(await refusedBy(`insert into identity.person_role values ('${person.id}', '${role}')`))).toMatchObject({
    code: 'invalid-input',
  })
  expect(refusalOf(await refusedBy(`delete from identity.person where id = '${person.id}'`))).toMatchObject({ code: 'still-in-use' })
})

test('the log of a failure has its codes and names, and no value of a row', async () => {
  const errors = [
    await refusedBy(`insert into identity.unit (id, name) values (null, 'نام محرمانه')`),
    await refusedBy(`select 'نام محرمانه'::int`),
    await refusedBy(`select '{"name":"نام محرمانه\\ud800"}'::jsonb`),
  ]
  const lines: string[] = []
  const log = pino({ serializers: { err: tellError } }, { write: (text: string) => void lines.push(text) })
  for (const error of errors) log.error({ err: error }, 'unexpected failure')
  expect(lines).toHaveLength(3)
  expect(lines.join('')).not.toContain('محرمانه')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    err: { code: '23502', table: 'unit', column: 'id', stack: expect.stringMatching(/^ {4}at /u) },
  })
  expect(tellError(await refusedBy('select no_such_column'))).toMatchObject({ message: 'column "no_such_column" does not exist' })
})
