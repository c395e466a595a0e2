import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { openDemo } from './demo/open-demo.ts'
import { acquireDataDirLock } from './platform/data-dir-lock.ts'
import { loadSecrets, openDataDir } from './platform/data-dir.ts'
import { openLog } from './platform/log.ts'
import { serveMetrics } from './platform/metrics.ts'
import { StartRefused } from './platform/start-refused.ts'
import { sayWelcome } from './process/banner.ts'
import { openDatabaseServer } from './process/database-server.ts'
import { openFront } from './process/front.ts'
import { openOrganisation } from './process/open-organisation.ts'
import { readSettings } from './process/settings.ts'

/** How long requests under way may take when the product stops; the process itself waits a little longer. */
const drainMs = 12_000

const webFolder = path.resolve(import.meta.dirname, '../../web/dist')

/** Starts the product: lock, database, the organisation's app, the port. Undoes what was begun when a step fails. */
async function start(): Promise<() => Promise<void>> {
  const undo: (() => unknown)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    const settings = readSettings()
    const log = openLog()
    const dataDir = openDataDir()
    const scheme = settings.tls ? 'https' : 'http'
    const shownHost = settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : settings.host
    const lock = await acquireDataDirLock(dataDir, { address: settings.publicUrl ?? `${scheme}://${shownHost}:${settings.port}` })
    undo.push(() => lock.release())
    const secrets = loadSecrets(dataDir, (message) => log.warn(message))
    const server = await openDatabaseServer({ dataDir, secrets, databaseUrl: settings.databaseUrl, log })
    undo.push(() => server.stop())
    if (!(await server.has(server.mainDatabase))) await server.create(server.mainDatabase)

    const common = {
      server,
      dataDir,
      secrets,
      secure: settings.secure,
      publicUrl: settings.publicUrl,
      trustedProxies: settings.trustedProxies,
      log,
      webFolder,
    }
    const demo = openDemo(common)
    undo.push(() => demo.close())
    const app = await openOrganisation({ ...common, database: server.mainDatabase, demoHost: demo.host })
    undo.push(() => app.close())
    const metrics = serveMetrics(settings.metricsPort, log)
    undo.push(() => metrics.close())

    const front = openFront(settings, app, demo.app)
    front.server.listen(settings.port, settings.host)
    await Promise.race([
      once(front.server, 'listening'),
      once(front.server, 'error').then(([error]) => Promise.reject(portRefused(error, settings.port))),
    ])
    undo.push(() => front.drain(drainMs))
    sayWelcome({
      url: settings.publicUrl ?? `${scheme}://${shownHost}:${(front.server.address() as AddressInfo).port}`,
      host: settings.host,
      dataDir,
    })
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

function portRefused(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new StartRefused(
    `درگاه ${port} در دست برنامهٔ دیگری است؛ با PORT درگاه دیگری بدهید.`,
    `Port ${port} is in use by another program; give another with PORT.`,
  )
}

const started = start()
let stopping = false
// From the first instant: a Ctrl-C in the middle of the start must not leave the database running.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    // A request that never ends must not keep the product from stopping.
    setTimeout(() => process.exit(1), 20_000).unref()
    void started.then((stop) => stop()).then(() => process.exit(0))
  })
}
started.catch((error: unknown) => {
  console.error(error instanceof StartRefused ? error.message : error)
  process.exit(1)
})
