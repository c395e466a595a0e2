import pg from 'pg'
import { findDataDirHolder } from '../data-dir-lock.ts'
import { keepRunning } from './keep-running.ts'
import { openCluster } from './open-cluster.ts'
import { ownerUrl, stopPostmaster } from './postmaster.ts'
import { countOtherClients } from './postgres.queries.ts'
import type { EmbeddedPostgres, EmbeddedPostgresOptions, PostgresConnection } from './types.ts'

export { assertPersianTrigrams } from './postgres.queries.ts'
export type { EmbeddedPostgres, LauncherLog, PostgresConnection } from './types.ts'

/**
 * Starts the PostgreSQL of the data folder, or takes over the one a killed product left running, and keeps it running
 * until `stop`. The caller holds the lock of the data folder. Makes the cluster on the first run.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { launch, postmaster } = await openCluster(options)
  return keepRunning(launch, postmaster, options.log)
}

/**
 * For the command line: the server of the data folder, started when it is not running. `stop` leaves it running while
 * the product, or another command, still uses it; end your own connections before.
 */
export async function connectEmbeddedPostgres({
  log = console,
  ...options
}: Omit<EmbeddedPostgresOptions, 'log'> & Partial<EmbeddedPostgresOptions>): Promise<PostgresConnection> {
  const { launch, postmaster } = await openCluster({ ...options, log })
  const url = (database: string) => ownerUrl(postmaster.port, options.password, database)
  return {
    port: postmaster.port,
    url,
    async stop() {
      const holder = findDataDirHolder(launch.dataDir)
      const isProductRunning = holder !== undefined && holder.pid !== process.pid
      if (isProductRunning || (await hasOtherClients(url('postgres')))) return
      await stopPostmaster(postmaster, launch.footing)
    },
  }
}

async function hasOtherClients(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await countOtherClients(client)) > 0
  } finally {
    await client.end()
  }
}
