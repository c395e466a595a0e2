import pg from 'pg'
import { makeDemo } from '../../server/src/demo/open-demo.ts'
import { loadSecrets, openDataDir } from '../../server/src/platform/data-dir.ts'
import type { Secrets } from '../../server/src/platform/data-dir.ts'
import { openLog } from '../../server/src/platform/log.ts'
import type { Log } from '../../server/src/platform/log.ts'
import { visitDatabaseServer } from '../../server/src/process/database-server.ts'
import type { DatabaseServer } from '../../server/src/process/database-server.ts'
import { multiply } from './multiply.ts'

/** What the measurements are taken on: a database of so many customers, and where it lives. */
export interface BenchData {
  customers: number
  database: string
  ownerUrl: string
  dataDir: string
  secrets: Secrets
  log: Log
  close: () => Promise<void>
}

const seed = 'bench_seed'

/**
 * Opens the database of so many customers, made now if there is none: in the embedded PostgreSQL of `DATA_DIR` (else of
 * `.data/bench`), or in the one of `DATABASE_URL`. It is kept for the next run.
 */
export async function prepareData(customers: number, say: (words: string) => void): Promise<BenchData> {
  const dataDir = openDataDir(process.env['DATA_DIR'] ?? '.data/bench')
  const [secrets, log] = [loadSecrets(dataDir), openLog('warn')]
  const server = await visitDatabaseServer({ dataDir, secrets, databaseUrl: process.env['DATABASE_URL'], log })
  const database = `bench_${customers}`
  if (!(await server.has(database))) await make(server, { database, customers, say }, { dataDir, secrets, log })
  return { customers, database, ownerUrl: server.ownerUrl(database), dataDir, secrets, log, close: () => server.stop() }
}

interface Wanted {
  database: string
  customers: number
  say: (words: string) => void
}

async function make(server: DatabaseServer, { database, customers, say }: Wanted, place: { dataDir: string; secrets: Secrets; log: Log }) {
  if (!(await server.has(seed))) {
    say('a small organisation, made by the product itself')
    await makeDemo({ ...place, server, secure: false, onProgress: () => undefined, withoutTruths: true })
    await server.rename(server.demoDatabase, seed)
  }
  const draft = `${database}_draft`
  await server.drop(draft)
  await createFromSeed(server, draft)
  await multiply(server.ownerUrl(draft), customers, say)
  await server.rename(draft, database)
}

async function createFromSeed(server: DatabaseServer, database: string): Promise<void> {
  const owner = new pg.Client({ connectionString: server.ownerUrl('postgres') })
  await owner.connect()
  try {
    await owner.query(`create database ${database} template ${seed}`)
  } finally {
    await owner.end()
  }
}
