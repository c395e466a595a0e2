import { setTimeout as sleep } from 'node:timers/promises'
import { launchOrReuse, type Launch } from './launch.ts'
import { rotateServerLog } from './log-file.ts'
import { ownerUrl, stopPostmaster, whenGone, type Postmaster } from './postmaster.ts'
import type { EmbeddedPostgres, LauncherLog } from './types.ts'

const rotationMs = 60_000
const retryMs = 5000

/** Watches the server and starts it again, on the same port, whenever it dies, until stopped. */
export function keepRunning(launch: Launch, first: Postmaster, log: LauncherLog): EmbeddedPostgres {
  const stopping = new AbortController()
  const callbacks: (() => void)[] = []
  let postmaster = first

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await whenGone(postmaster.pid, stopping.signal)
      log.error(`PostgreSQL (process ${postmaster.pid}) died; starting it again`)
      postmaster = await relaunch(launch, postmaster, stopping.signal, log)
      log.info(`PostgreSQL runs again (process ${postmaster.pid})`)
      for (const callback of callbacks) callback()
    }
  }
  const watching = watch().catch((error: unknown) => {
    if (!stopping.signal.aborted) log.error(`PostgreSQL is no longer watched: ${String(error)}`)
  })
  const rotation = setInterval(() => rotateServerLog(launch.dataDir), rotationMs).unref()

  return {
    port: first.port,
    url: (database) => ownerUrl(first.port, launch.password, database),
    onRestart: (callback) => void callbacks.push(callback),
    async stop() {
      stopping.abort()
      clearInterval(rotation)
      await watching
      await stopPostmaster(postmaster, launch.footing)
    },
  }
}

async function relaunch(launch: Launch, { port }: Postmaster, stopping: AbortSignal, log: LauncherLog) {
  for (;;) {
    try {
      // Always the same port: the connection strings already given out must go on working.
      return await launchOrReuse(launch, async () => port)
    } catch (error) {
      log.error((error as Error).message)
    }
    await sleep(retryMs, undefined, { signal: stopping })
  }
}
