import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquireDataDirLock, findDataDirHolder } from '../platform/data-dir-lock.ts'
import { openCluster } from '../platform/postgres/open-cluster.ts'
import { findPostmaster, ownerUrl, stopPostmaster } from '../platform/postgres/postmaster.ts'

/** The one PostgreSQL of a test run. */
export interface TestPostgres {
  port: number
  password: string
  /** Connection string of the owner (a superuser) to a database of this server. */
  url(database: string): string
  /** Stops the server and deletes its folder. */
  stop(): Promise<void>
}

const folderPrefix = 'parvandeh-test-postgres-'
const password = 'test'
const onlyComplaints = { info: () => {}, warn: console.warn, error: console.error }

/**
 * Starts a PostgreSQL for a whole test run in a folder of its own, fast and unsafe. Clears away what killed runs have
 * left behind, servers included.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  await clearLeftovers()
  const dataDir = mkdtempSync(join(tmpdir(), folderPrefix))
  await acquireDataDirLock(dataDir, { address: 'tests' })
  const { launch, postmaster } = await openCluster({ dataDir, password, log: onlyComplaints }, { isThrowaway: true })
  return {
    port: postmaster.port,
    password,
    url: (database) => ownerUrl(postmaster.port, password, database),
    async stop() {
      await stopPostmaster(postmaster, launch.footing)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const dataDir = join(tmpdir(), name)
    if (!name.startsWith(folderPrefix) || isYoung(dataDir) || findDataDirHolder(dataDir)) continue
    const postmaster = findPostmaster(join(dataDir, 'postgres'))
    if (postmaster) process.kill(postmaster.pid, 'SIGQUIT')
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A run that is starting just now has made its folder and not yet locked it. */
function isYoung(dataDir: string): boolean {
  return Date.now() - (statSync(dataDir, { throwIfNoEntry: false })?.birthtimeMs ?? 0) < 10_000
}
