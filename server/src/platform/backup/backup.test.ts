import { contract } from '@parvandeh/contract'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { localBlobStore } from '../blobs/blob-store.ts'
import { listTables, quoted, sequenceStates } from './backup.queries.ts'
import { NotABackup, restoreBackup } from './restore-backup.ts'
import { takeBackup } from './take-backup.ts'

let site: TestApp
let folder: string
const databases: string[] = []
beforeAll(async () => {
  site = await openTestApp()
  folder = await mkdtemp(path.join(tmpdir(), 'parvandeh-backup-test-'))
  await site.call(contract.session.setUp, {
    body: { organisationName: 'شرکت آزمون', personName: 'مدیر آزمونی', username: 'modir', password: 'گذرواژهٔ بلند ۱' },
  })
  const stored = await blobsAt('source').put(Readable.from([Buffer.from('محتوای یک سند')]), 'text/plain')
  await site.owner.query('insert into platform.blob values ($1, $2, $3, now())', [stored.sha256, stored.bytes, stored.mediaType])
  await site.owner.query(`insert into identity.branch values (gen_random_uuid(), E'شعبهٔ\\tعجیب \\\\ "گیومه"\\nدو سطری')`)
})
afterAll(async () => {
  await site.close()
  await onServer(async (client) => {
    for (const name of databases) await client.query(`drop database if exists ${name} with (force)`)
  })
  await rm(folder, { recursive: true, force: true })
})

const sealingKey = Buffer.alloc(32, 'key').toString('base64url')
const blobsAt = (name: string) => localBlobStore(path.join(folder, name))
const sourceUrl = () => urlOf(site.database)

function urlOf(database: string): string {
  const url = new URL(inject('testServer'))
  url.pathname = `/${database}`
  return url.href
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>, url = inject('testServer')): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `restored_${Date.now()}_${databases.length}`
  databases.push(name)
  await onServer((client) => client.query(`create database ${name} template template0`))
  return urlOf(name)
}

/** Every row of every table, and every sequence, boiled down to one word each. */
const fingerprint = (url: string): Promise<Record<string, string>> =>
  onServer(async (client) => {
    const words: Record<string, string> = {}
    for (const table of await listTables(client)) {
      const found = await client.query<{ word: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'empty') as word from ${quoted(table)} t`,
      )
      words[quoted(table)] = found.rows[0]?.word ?? ''
    }
    for (const sequence of await sequenceStates(client)) words[quoted(sequence)] = sequence.value
    return words
  }, url)

const silent = { now: new Date(), onProgress: () => undefined }

test('a backup restored elsewhere equals what was backed up, rows, sequences and files', async () => {
  const file = path.join(folder, 'quiet.tar')
  await takeBackup({ url: sourceUrl(), blobs: blobsAt('source'), file, ...silent, sealingKey })
  const url = await emptyDatabase()
  const manifest = await restoreBackup({ url, blobs: blobsAt('restored'), file, sealingKey, onProgress: silent.onProgress })
  const before = await fingerprint(sourceUrl())
  expect(Object.keys(before).length).toBeGreaterThan(20)
  expect(await fingerprint(url)).toEqual(before)
  const [name = ''] = manifest.files
  expect(
    createHash('sha256')
      .update(await readFile(blobsAt('restored').pathOf(name)))
      .digest('hex'),
  ).toBe(name)
})

test('a backup taken while people work is of one moment: whatever it holds fits together', async () => {
  let working = true
  const worker = (async () => {
    let written = 0
    for (; working; written += 1) await site.call(contract.session.signIn, { body: { login: `nobody${written}`, password: 'x' } })
    return written
  })()
  const file = path.join(folder, 'busy.tar')
  const counts = () =>
    site.owner.query<{ a: number; f: number }>(
      `select (select count(*) from identity.audit_entry where action = 'session.refused')::int as a, (select count(*) from identity.sign_in_failure where login like '* %')::int as f`,
    )
  await expect.poll(async () => (await counts()).rows[0]?.f).toBeGreaterThan(3)
  await takeBackup({ url: sourceUrl(), blobs: blobsAt('source'), file, ...silent, sealingKey })
  working = false
  expect(await worker).toBeGreaterThan(3)
  const url = await emptyDatabase()
  await restoreBackup({ url, blobs: blobsAt('restored-busy'), file, sealingKey, onProgress: silent.onProgress })
  const restored = await onServer(
    (client) =>
      client.query<{ a: number; f: number }>(
        `select (select count(*) from identity.audit_entry where action = 'session.refused')::int as a, (select count(*) from identity.sign_in_failure where login like '* %')::int as f`,
      ),
    url,
  )
  expect(restored.rows[0]?.f).toBeGreaterThan(3)
  // Each refusal writes both in one transaction, so no moment has one without the other.
  expect(restored.rows[0]?.a).toBe(restored.rows[0]?.f)
})

test('a cut-off backup, and a file that is none, restore nothing', async () => {
  const whole = await readFile(path.join(folder, 'quiet.tar'))
  const cut = path.join(folder, 'cut.tar')
  await writeFile(cut, whole.subarray(0, Math.floor(whole.length / 2)))
  const url = await emptyDatabase()
  await expect(restoreBackup({ url, blobs: blobsAt('cut'), file: cut, sealingKey, onProgress: silent.onProgress })).rejects.toThrow()
  expect((await onServer((client) => client.query(`select 1 from pg_tables where schemaname = 'identity'`), url)).rowCount).toBe(0)
  const none = path.join(folder, 'none.tar')
  await writeFile(none, 'این پشتیبان نیست')
  await expect(restoreBackup({ url, blobs: blobsAt('none'), file: none, sealingKey, onProgress: silent.onProgress })).rejects.toThrow(
    NotABackup,
  )
})
