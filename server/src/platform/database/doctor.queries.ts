import pg from 'pg'
import { listMigrations } from './migrate.ts'

export interface Finding {
  ok: boolean
  name: string
  fa: string
  en: string
}

/** What a look at the database tells: version, migrations, waiting and failed work, untidy tables. */
export async function examineDatabase(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return [await version(client), await migrations(client), await jobs(client), await collation(client)]
  } finally {
    await client.end()
  }
}

async function version(client: pg.ClientBase): Promise<Finding> {
  const found = await client.query<{ server_version: string; number: number }>(
    `select current_setting('server_version') as server_version, current_setting('server_version_num')::int as number`,
  )
  const { server_version: name = '?', number = 0 } = found.rows[0] ?? {}
  return { ok: number >= 150_000, name: 'postgresql', fa: `PostgreSQL ${name}`, en: `PostgreSQL ${name}` }
}

async function migrations(client: pg.ClientBase): Promise<Finding> {
  const known = await client.query<{ name: string; checksum: string }>('select name, checksum from platform.migration')
  const done = new Map(known.rows.map((row) => [row.name, row.checksum]))
  const wanted = await listMigrations()
  const missing = wanted.filter((migration) => done.get(migration.name) !== migration.checksum).map((migration) => migration.name)
  if (missing.length === 0)
    return { ok: true, name: 'migrations', fa: `${wanted.length} مهاجرت انجام شده است`, en: `${wanted.length} migrations are in place` }
  return {
    ok: false,
    name: 'migrations',
    fa: `این مهاجرت‌ها مانده یا دگرگون است: ${missing.join('، ')}`,
    en: `these migrations are missing or differ: ${missing.join(', ')}`,
  }
}

async function jobs(client: pg.ClientBase): Promise<Finding> {
  const found = await client.query<{ waiting: number; failed: number }>(
    `select count(*)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as failed from graphile_worker._private_jobs`,
  )
  const { waiting = 0, failed = 0 } = found.rows[0] ?? {}
  return {
    ok: failed === 0,
    name: 'jobs',
    fa: `${waiting} کار در صف، ${failed} کار ناکام`,
    en: `${waiting} jobs waiting, ${failed} given up`,
  }
}

async function collation(client: pg.ClientBase): Promise<Finding> {
  const found = await client.query<{ fits: boolean }>(`select show_trgm('علی') <> '{}' as fits`)
  const fits = found.rows[0]?.fits ?? false
  return {
    ok: fits,
    name: 'persian',
    fa: fits ? 'جست‌وجوی فارسی کار می‌کند' : 'پایگاه داده حروف فارسی را نمی‌شناسد',
    en: fits ? 'Persian search works' : 'the database does not know Persian letters',
  }
}
