import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import { z } from 'zod'
import type { BlobStore } from '../blobs/blob-store.ts'
import { migrate } from '../database/migrate.ts'
import { prepareJobQueue } from '../database/application-role.ts'
import { rewrapKeys } from '../subjects/rewrap-keys.queries.ts'
import { quoted, releaseJobs, setSequence } from './backup.queries.ts'
import type { Manifest } from './take-backup.ts'

const name = z.string().regex(/^[\w]+$/u)
const column = z.string().regex(/^"[\w]+"$/u)

const manifestSchema = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ schema: name, table: name, columns: z.array(column) })),
  sequences: z.array(z.object({ schema: name, table: name, value: z.string().regex(/^-?\d+$/u) })),
  files: z.array(z.string().regex(/^[0-9a-f]{64}$/u)),
  sealingKey: z
    .string()
    .regex(/^[\w-]{43}$/u)
    .optional(),
})

export interface RestoreOptions {
  /** Owner's connection string to an empty database. */
  url: string
  blobs: BlobStore
  file: string
  /** Key of this installation, under which the keys of customers are put. */
  sealingKey: string
  onProgress: (share: number) => void
}

/** The file is no backup, or not a whole one; nothing was restored. */
export class NotABackup extends Error {}

/**
 * Fills an empty database and file folder from a backup: the schema as it was then, the rows, then whatever
 * migrations came since. Rows are loaded in one transaction: a broken backup leaves nothing behind.
 */
export async function restoreBackup({ url, blobs, file, sealingKey, onProgress }: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(file)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const client = await pool.connect()
  try {
    await migrate(client, manifest.migrations)
    await prepareJobQueue(pool)
    await client.query('begin')
    await load({ client, blobs, file, manifest, onProgress })
    for (const sequence of manifest.sequences) await setSequence(client, sequence)
    await releaseJobs(client)
    if (manifest.sealingKey) await rewrapKeys(client, keyFrom(manifest.sealingKey), keyFrom(sealingKey))
    await client.query('commit')
    await client.query('analyze')
    return manifest
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
    await pool.end()
  }
}

const keyFrom = (text: string): Buffer => Buffer.from(text, 'base64url')

interface Loading {
  client: pg.PoolClient
  blobs: BlobStore
  file: string
  manifest: Manifest
  onProgress: (share: number) => void
}

/** Foreign keys are taken off and put back in the same transaction, so that tables come in any order. */
async function load({ client, blobs, file, manifest, onProgress }: Loading): Promise<void> {
  const keys = await dropForeignKeys(client)
  await client.query(`truncate ${manifest.tables.map(quoted).join(', ')}`)
  const wanted = new Set([
    ...manifest.tables.map((table) => `tables/${table.schema}.${table.table}.gz`),
    ...manifest.files.map((one) => `files/${one}`),
  ])
  const total = wanted.size
  await eachEntry(file, async (entry, content) => {
    if (!wanted.delete(entry)) return
    if (entry.startsWith('files/')) await restoreFile(blobs, entry.slice('files/'.length), content)
    else await loadTable(client, manifest, entry, content)
    onProgress(1 - wanted.size / total)
  })
  if (wanted.size > 0) throw new NotABackup(`the backup is not whole: ${[...wanted].slice(0, 3).join(', ')}`)
  for (const key of keys) await client.query(key)
}

async function dropForeignKeys(client: pg.PoolClient): Promise<string[]> {
  const keys = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f'`,
  )
  for (const key of keys.rows) await client.query(`alter table ${key.owner} drop constraint ${key.name}`)
  return keys.rows.map((key) => `alter table ${key.owner} add constraint ${key.name} ${key.definition}`)
}

async function loadTable(client: pg.PoolClient, manifest: Manifest, entry: string, content: Readable): Promise<void> {
  const table = manifest.tables.find((one) => entry === `tables/${one.schema}.${one.table}.gz`)
  if (!table) throw new NotABackup(entry)
  const rows = client.query(copyFrom(`copy ${quoted(table)} (${table.columns.join(', ')}) from stdin`))
  await pipeline(content, createGunzip(), rows)
}

async function restoreFile(blobs: BlobStore, sha256: string, content: Readable): Promise<void> {
  const stored = await blobs.put(content, 'application/octet-stream')
  if (stored.sha256 === sha256) return
  await rm(blobs.pathOf(stored.sha256), { force: true })
  throw new NotABackup(`a file in the backup is damaged: ${sha256}`)
}

async function readManifest(file: string): Promise<Manifest> {
  let manifest: Manifest | undefined
  await eachEntry(file, async (entry, content) => {
    if (entry !== 'manifest.json') return
    const chunks: Buffer[] = []
    for await (const chunk of content) chunks.push(chunk as Buffer)
    manifest = manifestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  }).catch((error: unknown) => {
    throw new NotABackup(error instanceof Error ? error.message : 'unreadable')
  })
  if (!manifest) throw new NotABackup('there is no manifest in the file')
  return manifest
}

async function eachEntry(file: string, visit: (name: string, content: Readable) => Promise<void>): Promise<void> {
  const archive = extract()
  const reading = pipeline(createReadStream(file), archive)
  reading.catch(() => undefined)
  for await (const entry of archive) {
    await visit(entry.header.name, entry as unknown as Readable)
    entry.resume()
  }
  await reading
}
