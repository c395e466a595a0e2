import { visitDatabaseServer } from '../../server/src/process/database-server.ts'
import { openOrganisation } from '../../server/src/process/open-organisation.ts'
import type { BenchData } from './prepare-data.ts'

/** Opens the product within this process on the database of the measurements, without its workers. */
export async function openProduct({ dataDir, secrets, log, ownerUrl }: BenchData) {
  const server = await visitDatabaseServer({ dataDir, secrets, databaseUrl: ownerUrl, log })
  const nowhere = { state: () => Promise.reject(new Error()), enter: () => Promise.reject(new Error()), leave: () => Promise.resolve() }
  return openOrganisation({
    server,
    database: server.mainDatabase,
    dataDir,
    secrets,
    log,
    secure: false,
    demoHost: nowhere,
    withJobs: false,
  })
}
