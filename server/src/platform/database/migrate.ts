import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type pg from 'pg'

export interface Migration {
  name: string
  sql: string
  checksum: string
}

const root = path.resolve(import.meta.dirname, '../..')

/**
 * All migrations, in order: `migrations/NNNN-name.ts` of the platform and of each module, each exporting
 * `sql`. The number is unique over the whole product, so that the order is one.
 */
export async function listMigrations(): Promise<Migration[]> {
  const modules = await readdir(path.join(root, 'modules'))
  const folders = [path.join(root, 'platform/database/migrations'), ...modules.map((m) => path.join(root, 'modules', m, 'migrations'))]
  const files = (await Promise.all(folders.map(filesOf))).flat()
  const migrations = await Promise.all(files.map(readMigration))
  return migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function wantedMigrations(only: readonly string[] | undefined): Promise<Migration[]> {
  const all = await listMigrations()
  if (!only) return all
  const unknown = only.filter((name) => !all.some((migration) => migration.name === name))
  if (unknown.length > 0) throw new Error(`This version of the product does not know ${unknown.join(', ')}: it is older than the backup.`)
  return all.filter((migration) => only.includes(migration.name))
}

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => /^\d{4}-.*\.ts$/u.test(name)).map((name) => path.join(folder, name))
}

async function readMigration(file: string): Promise<Migration> {
  const loaded = (await import(pathToFileURL(file).href)) as { sql: string }
  return { name: path.basename(file, '.ts'), sql: loaded.sql, checksum: createHash('sha256').update(loaded.sql).digest('hex') }
}

/**
 * Brings the database up to date. Each migration is one transaction; a lock lets one process at a time.
 * Refuses a database whose past differs from this product's (a changed or unknown migration).
 * `only` stops at the migrations that a backup knew. Returns the names of what was applied.
 */
export async function migrate(client: pg.ClientBase, only?: readonly string[]): Promise<string[]> {
  await client.query(`create schema if not exists platform`)
  await client.query(
    `create table if not exists platform.migration (name text primary key, checksum text not null, applied_at timestamptz not null)`,
  )
  await client.query('select pg_advisory_lock(727001)')
  try {
    const done = await client.query<{ name: string; checksum: string }>('select name, checksum from platform.migration')
    const known = new Map(done.rows.map((row) => [row.name, row.checksum]))
    const applied: string[] = []
    for (const migration of await wantedMigrations(only)) {
      const before = known.get(migration.name)
      known.delete(migration.name)
      if (before === migration.checksum) continue
      if (before !== undefined) throw new Error(`Migration ${migration.name} differs from the one that this database has gone through.`)
      await applyMigration(client, migration)
      applied.push(migration.name)
    }
    if (known.size > 0)
      throw new Error(`This database is newer than this version of the product: it knows ${[...known.keys()].join(', ')}.`)
    return applied
  } finally {
    await client.query('select pg_advisory_unlock(727001)')
  }
}

async function applyMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    // Citus wants this when DDL and data meet in one transaction; plain PostgreSQL accepts the unknown setting.
    await client.query(`set local citus.multi_shard_modify_mode = 'sequential'`)
    await client.query(migration.sql)
    await client.query('insert into platform.migration values ($1, $2, $3)', [migration.name, migration.checksum, new Date()])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
