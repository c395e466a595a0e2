import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, clearAway, listeningLog, newDataDir, password } from './embedded-postgres.fixtures.ts'
import { assertPersianTrigrams, startEmbeddedPostgres, type EmbeddedPostgres } from './index.ts'

let dataDir = ''
let server: EmbeddedPostgres
let url = ''

beforeAll(async () => {
  dataDir = newDataDir()
  // What a start cut short leaves behind: half a cluster, and a password.
  mkdirSync(join(dataDir, 'postgres.4194305.new'))
  writeFileSync(join(dataDir, 'postgres.4194305.new.password'), 'left behind')
  server = await startEmbeddedPostgres({ dataDir, password, log: listeningLog() })
  url = server.url('postgres')
  await ask(url, 'create extension pg_trgm')
})

afterAll(async () => {
  await server?.stop()
  await clearAway(dataDir)
})

const asker = (database: string) => ({
  query: async (text: string) => ({ rows: await ask(server.url(database), text) }),
})

test('search by part of a name sees Persian letters', async () => {
  await assertPersianTrigrams(asker('postgres'))
  const [row] = await ask(url, `select similarity('رضایی‌نژاد', 'رضایی نژاد') as likeness, upper('ß') as upper`)
  expect(row?.['likeness']).toBe(1)
})

test('a database that cannot see Persian letters is refused, with the cure', async () => {
  await ask(url, `create database blind template template0 locale_provider libc locale 'C'`)
  await ask(server.url('blind'), 'create extension pg_trgm')
  await expect(assertPersianTrigrams(asker('blind'))).rejects.toThrow(/LC_CTYPE[^]*LC_CTYPE/)
})

test('nobody comes in without the password, and only from this machine', async () => {
  await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  const settings = await ask(
    url,
    `select name, setting from pg_settings where name in
    ('listen_addresses', 'unix_socket_directories', 'password_encryption', 'TimeZone', 'jit', 'data_checksums') order by 1`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: 'on',
    jit: 'off',
    listen_addresses: '127.0.0.1',
    password_encryption: 'scram-sha-256',
    TimeZone: 'UTC',
    unix_socket_directories: '',
  })
  expect(readFileSync(join(dataDir, 'postgres/pg_hba.conf'), 'utf8')).not.toMatch(/\b(trust|md5|password)$/m)
})

test('the data folder keeps no password, no half-made cluster and nothing that others can read', () => {
  expect(readdirSync(dataDir).toSorted()).toEqual(['logs', 'postgres', 'postgres.json'])
  expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0)
  expect(statSync(join(dataDir, 'logs/postgres.log')).mode & 0o077).toBe(0)
  const note = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as object
  expect(note).toMatchObject({ port: server.port, pid: expect.any(Number) })
})

test('the log of the server holds nothing about people, even when statements fail', async () => {
  await ask(url, 'create table person (email text primary key, born date)')
  const insert = 'insert into person values ($1, $2)'
  await ask(url, insert, ['niloofar@example.ir', '1990-01-01'])
  await expect(ask(url, insert, ['niloofar@example.ir', '1990-01-01'])).rejects.toThrow('duplicate key')
  await expect(ask(url, insert, ['shirin@example.ir', 'nowruz'])).rejects.toThrow('nowruz')
  await expect(ask(url, `select 'bahram@example.ir'::int`)).rejects.toThrow('bahram')
  await expect(ask(url, `do $$ begin raise warning 'golnar@example.ir'; end $$`)).resolves.toBeDefined()
  const log = readFileSync(join(dataDir, 'logs/postgres.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toMatch(/example\.ir|nowruz|insert/)
})

test('a database of our own makes connection strings that survive a Persian name', async () => {
  await ask(url, 'create database "پرونده ۱"')
  expect(await ask(server.url('پرونده ۱'), 'select current_database() as name')).toEqual([{ name: 'پرونده ۱' }])
})
