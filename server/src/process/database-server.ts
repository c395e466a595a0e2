import pg from 'pg'
import type { Secrets } from '../platform/data-dir.ts'
import type { Log } from '../platform/log.ts'
import { connectEmbeddedPostgres, startEmbeddedPostgres } from '../platform/postgres/index.ts'
import type { LauncherLog } from '../platform/postgres/index.ts'

/** The PostgreSQL in which organisations live, each in a database of its own. */
export interface DatabaseServer {
  /** The database of one's own organisation; the demo's is beside it. */
  mainDatabase: string
  demoDatabase: string
  applicationRole: string
  /** Owner's connection string to a database. */
  ownerUrl: (database: string) => string
  has: (database: string) => Promise<boolean>
  create: (database: string) => Promise<void>
  rename: (from: string, to: string) => Promise<void>
  drop: (database: string) => Promise<void>
  stop: () => Promise<void>
}

interface Options {
  dataDir: string
  secrets: Secrets
  /** DATABASE_URL: then no server of our own. */
  databaseUrl: string | undefined
  log: Log
}

/** Starts the embedded server and keeps it running, or reaches the one that DATABASE_URL names. */
export async function openDatabaseServer(options: Options): Promise<DatabaseServer> {
  if (options.databaseUrl !== undefined) return serverAt(options.databaseUrl)
  const postgres = await startEmbeddedPostgres({
    dataDir: options.dataDir,
    password: options.secrets.ownerPassword,
    log: launcherLog(options.log),
  })
  postgres.onRestart(() => options.log.warn('PostgreSQL had died and is up again'))
  return serverOf(
    (database) => postgres.url(database),
    () => postgres.stop(),
  )
}

/** For the command line: beside a running product, or with a server started for the time of the command. */
export async function visitDatabaseServer(options: Options): Promise<DatabaseServer> {
  if (options.databaseUrl !== undefined) return serverAt(options.databaseUrl)
  const postgres = await connectEmbeddedPostgres({
    dataDir: options.dataDir,
    password: options.secrets.ownerPassword,
    log: launcherLog(options.log),
  })
  return serverOf(
    (database) => postgres.url(database),
    () => postgres.stop(),
  )
}

const launcherLog = (log: Log): LauncherLog => ({
  info: (message) => log.debug(message),
  warn: (message) => log.warn(message),
  error: (message) => log.error(message),
})

function serverOf(url: (database: string) => string, stop: () => Promise<void>): DatabaseServer {
  return databaseServer('parvandeh', 'parvandeh_app', url, 'postgres', stop)
}

function serverAt(databaseUrl: string): DatabaseServer {
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'parvandeh'
  const url = (database: string) => {
    const changed = new URL(databaseUrl)
    changed.pathname = `/${encodeURIComponent(database)}`
    return changed.href
  }
  return databaseServer(name, `${name}_app`, url, name, () => Promise.resolve())
}

function databaseServer(
  main: string,
  role: string,
  url: (database: string) => string,
  maintenance: string,
  stop: () => Promise<void>,
): DatabaseServer {
  const run = (text: string, values?: unknown[]) => withClient(url(maintenance), (client) => client.query(text, values))
  const name = pg.escapeIdentifier
  return {
    mainDatabase: main,
    demoDatabase: `${main}_demo`,
    applicationRole: role,
    ownerUrl: url,
    has: async (database) => (await run('select 1 from pg_database where datname = $1', [database])).rowCount === 1,
    create: async (database) => void (await run(`create database ${name(database)} template template0`)),
    rename: async (from, to) => void (await run(`alter database ${name(from)} rename to ${name(to)}`)),
    drop: async (database) => void (await run(`drop database if exists ${name(database)} with (force)`)),
    stop,
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
