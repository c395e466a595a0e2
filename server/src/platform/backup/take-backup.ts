import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Pack } from 'tar-stream'
import { pack } from 'tar-stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { BlobStore } from '../blobs/blob-store.ts'
import { appliedMigrations, blobNames, columnsOf, listTables, quoted, sequenceStates } from './backup.queries.ts'
import type { TableName } from './backup.queries.ts'

export interface Manifest {
  format: 1
  takenAt: string
  migrations: string[]
  tables: (TableName & { columns: string[] })[]
  sequences: { schema: string; table: string; value: string }[]
  files: string[]
  /** Opens what is sealed in the tables; whoever holds a backup holds all that is in it. */
  sealingKey?: string
}

export interface BackupOptions {
  /** Owner's connection string. */
  url: string
  blobs: BlobStore
  /** Where the backup is written; it appears under this name only when whole. */
  file: string
  /** Key of the installation, under which the keys of customers lie. */
  sealingKey: string
  now: Date
  onProgress: (share: number) => void
}

/**
 * Writes one organisation to one file (tar) while it is being worked on: all tables as of one snapshot, and the
 * files they name. Files are never changed once stored, so copying them later gives what the snapshot meant.
 */
export async function takeBackup({
  url,
  blobs,
  file,
  sealingKey,
  now,
  onProgress,
}: BackupOptions): Promise<{ tables: number; files: number; bytes: number }> {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 })
  await client.connect()
  const draft = `${file}.part`
  const workFolder = await mkdtemp(path.join(path.dirname(path.resolve(file)), '.parvandeh-backup-'))
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest = { ...(await describe(client, now)), sealingKey }
    const archive = pack()
    const written = pipeline(archive, createWriteStream(draft, { mode: 0o600 }))
    const steps = manifest.tables.length + manifest.files.length
    let done = 0
    const step = () => onProgress((done += 1) / steps)
    await addText(archive, 'manifest.json', JSON.stringify(manifest, null, 2), now)
    for (const table of manifest.tables) {
      await addTable(archive, client, table, workFolder, now)
      step()
    }
    for (const name of manifest.files) {
      await addFile(archive, `files/${name}`, blobs.pathOf(name), now)
      step()
    }
    archive.finalize()
    await written
    await rename(draft, file)
    return { tables: manifest.tables.length, files: manifest.files.length, bytes: (await stat(file)).size }
  } finally {
    await client.end()
    await rm(draft, { force: true })
    await rm(workFolder, { recursive: true, force: true })
  }
}

async function describe(client: pg.Client, now: Date): Promise<Manifest> {
  const tables = []
  for (const table of await listTables(client)) tables.push({ ...table, columns: await columnsOf(client, table) })
  return {
    format: 1,
    takenAt: now.toISOString(),
    migrations: await appliedMigrations(client),
    tables,
    sequences: await sequenceStates(client),
    files: await blobNames(client),
  }
}

/** An archive wants sizes beforehand, so each table is spooled, compressed, before it is added. */
async function addTable(archive: Pack, client: pg.Client, table: Manifest['tables'][number], workFolder: string, now: Date): Promise<void> {
  const spool = path.join(workFolder, 'table')
  const rows = client.query(copyTo(`copy ${quoted(table)} (${table.columns.join(', ')}) to stdout`))
  await pipeline(rows, createGzip({ level: 4 }), createWriteStream(spool, { mode: 0o600 }))
  await addFile(archive, `tables/${table.schema}.${table.table}.gz`, spool, now)
}

async function addFile(archive: Pack, name: string, source: string, now: Date): Promise<void> {
  const { size } = await stat(source)
  await pipeline(createReadStream(source), archive.entry({ name, size, mtime: now, mode: 0o600 }))
}

async function addText(archive: Pack, name: string, text: string, now: Date): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    archive.entry({ name, mtime: now, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()))
  })
}
