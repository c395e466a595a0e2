import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import { binaryPath } from './binaries.ts'
import { updateNote } from './copy-out.ts'
import type { Footing } from './footing.ts'
import { lastServerLogLines, openServerLog } from './log-file.ts'
import { findPostmaster, whenReady, type Postmaster } from './postmaster.ts'

/** What starting the server of a data folder needs. */
export interface Launch {
  dataDir: string
  footing: Footing
  password: string
  settings: Record<string, string>
}

const attempts = 8

/**
 * Uses the living server of the cluster, or starts one, and waits until it answers. Tries several times: backends of a
 * killed server hold its memory for a moment, a port may be taken at the last instant, and another program of ours may
 * be starting the same server.
 */
export async function launchOrReuse(launch: Launch, choosePort: () => Promise<number>): Promise<Postmaster> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await sleep(attempt * 150)
    const postmaster = (await whenReady(launch.footing.clusterDir, launch.password)) ?? (await launchOnce(launch, await choosePort()))
    if (postmaster) {
      updateNote(launch.dataDir, postmaster)
      return postmaster
    }
  }
  const lines = lastServerLogLines(launch.dataDir, 5)
  throw new StartRefused(
    `PostgreSQL همراه برنامه آغاز به کار نکرد؛ آخرین سطرهای گزارش آن در زیر آمده است.`,
    `The PostgreSQL that comes with the product did not start. The last lines of its log:\n${lines}`,
  )
}

/** Starts the server once; `undefined` when it ends before it is ready. */
async function launchOnce(launch: Launch, port: number): Promise<Postmaster | undefined> {
  const { clusterDir } = launch.footing
  const hasEnded = spawnServer(launch, port)
  while (!findPostmaster(clusterDir)) {
    if (hasEnded()) return undefined
    await sleep(10)
  }
  return whenReady(clusterDir, launch.password)
}

/** The server gets a session of its own: Ctrl-C in the terminal must reach the application first, which stops it. */
function spawnServer({ dataDir, footing, settings }: Launch, port: number): () => boolean {
  const log = openServerLog(dataDir)
  const settingArgs = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const postgres = footing.command(binaryPath(footing.nativeDir, 'postgres'), ['-D', footing.clusterDir, ...settingArgs])
  const child = spawn(postgres.file, postgres.args, {
    ...postgres.options,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', SystemRoot: process.env['SystemRoot'] },
    stdio: ['ignore', log.file, log.file],
    detached: true,
    windowsHide: true,
  })
  log.close()
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  child.unref()
  return () => ended
}
