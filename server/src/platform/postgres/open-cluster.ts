import { realpathSync } from 'node:fs'
import { findBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { readNote } from './copy-out.ts'
import { findFooting } from './footing.ts'
import { freePort } from './free-port.ts'
import { launchOrReuse, type Launch } from './launch.ts'
import { thisMachine } from './machine.ts'
import type { Postmaster } from './postmaster.ts'
import { postgresSettings, unsafeButFastSettings } from './settings.ts'
import type { EmbeddedPostgresOptions } from './types.ts'

/** Brings the server of a data folder up, from nothing if need be; a throwaway one is faster and survives no crash. */
export async function openCluster(
  { dataDir: givenDataDir, password, log }: EmbeddedPostgresOptions,
  { isThrowaway = false } = {},
): Promise<{ launch: Launch; postmaster: Postmaster }> {
  const dataDir = realpathSync(givenDataDir)
  const footing = findFooting(findBinaries(), dataDir, log)
  ensureCluster(footing, password, { isThrowaway })
  const settings = { ...postgresSettings(thisMachine()), ...(isThrowaway ? unsafeButFastSettings : {}) }
  const launch = { dataDir, footing, password, settings }
  const postmaster = await launchOrReuse(launch, () => freePort(readNote(dataDir).port))
  return { launch, postmaster }
}
