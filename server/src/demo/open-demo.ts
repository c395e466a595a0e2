import { rename, rm } from 'node:fs/promises'
import type { App } from '../app.ts'
import type { Secrets } from '../platform/data-dir.ts'
import type { DemoHost } from '../platform/demo-host.ts'
import type { Exchange } from '../platform/http/handlers.ts'
import type { Log } from '../platform/log.ts'
import type { DatabaseServer } from '../process/database-server.ts'
import { demoCookie } from '../process/front.ts'
import { blobFolderOf, openOrganisation } from '../process/open-organisation.ts'
import { buildDemo } from './build-demo.ts'

interface Options {
  server: DatabaseServer
  dataDir: string
  secrets: Secrets
  secure: boolean
  log: Log
  webFolder: string
}

export interface Demo {
  host: DemoHost
  /** The demo's app while there is a demo. */
  app: () => Promise<App | undefined>
  close: () => Promise<void>
}

/** A demo within a demo leads nowhere: its own doors are the outer organisation's. */
const noDemo: DemoHost = {
  state: async () => ({ state: 'ready', progress: 1 }),
  enter: async () => ({ state: 'ready' }),
  leave: async () => undefined,
}

const lookAgainMs = 2000

/** The demo beside one's own organisation: built when first asked for, opened when visited, gone when removed. */
export function openDemo(options: Options): Demo {
  const isThere = lookingNowAndThen(options.server)
  const visited = openWhenVisited(options, isThere.look)
  const builder = openBuilder(options, isThere.forget)
  return {
    app: visited.app,
    close: visited.close,
    host: {
      state: async () => {
        const building = builder.building()
        if (building) return { state: 'building', progress: building.progress }
        if (await isThere.look()) return { state: 'ready', progress: 1 }
        return { state: builder.failed() ? 'failed' : 'absent', progress: 0 }
      },
      enter: async (exchange) => {
        if (builder.building()) return { state: 'building' }
        if (await isThere.look()) {
          setVisit(exchange, options.secure, '1')
          return { state: 'ready' }
        }
        void builder.build()
        return { state: 'building' }
      },
      leave: async (exchange) => setVisit(exchange, options.secure, ''),
    },
  }
}

/** Whether there is a demo; asked of the server anew every few seconds, since the command line may remove it. */
function lookingNowAndThen(server: DatabaseServer): { look: () => Promise<boolean>; forget: () => void } {
  let looked = { at: 0, there: false }
  return {
    forget: () => (looked = { at: 0, there: false }),
    look: async () => {
      if (Date.now() - looked.at > lookAgainMs) looked = { at: Date.now(), there: await server.has(server.demoDatabase) }
      return looked.there
    },
  }
}

function openWhenVisited(
  options: Options,
  isThere: () => Promise<boolean>,
): { app: () => Promise<App | undefined>; close: () => Promise<void> } {
  let opened: Promise<App> | undefined
  const close = async (): Promise<void> => {
    const old = opened
    opened = undefined
    await (await old?.catch(() => undefined))?.close().catch(() => undefined)
  }
  const app = async (): Promise<App | undefined> => {
    if (!(await isThere())) {
      await close()
      return undefined
    }
    opened ??= openOrganisation({ ...options, database: options.server.demoDatabase, demoHost: noDemo })
    return opened.catch((error: unknown) => {
      opened = undefined
      throw error
    })
  }
  return { app, close }
}

function openBuilder(options: Options, whenDone: () => void) {
  let building: { progress: number } | undefined
  let failed = false
  const build = async (): Promise<void> => {
    // Of two who ask at the same moment, one has it built for both.
    if (building) return
    building = { progress: 0 }
    failed = false
    try {
      await makeDemo({ ...options, onProgress: (progress) => (building = { progress }) })
    } catch (error) {
      failed = true
      options.log.error({ err: error }, 'the demo could not be built')
    } finally {
      building = undefined
      whenDone()
    }
  }
  return { build, building: () => building, failed: () => failed }
}

function setVisit(exchange: Exchange, secure: boolean, value: '1' | ''): void {
  const life = value === '' ? '; Max-Age=0' : '; Max-Age=2592000'
  exchange.setCookie(`${demoCookie}=${value}; Path=/; HttpOnly; SameSite=Lax${life}${secure ? '; Secure' : ''}`)
}

interface MakeOptions extends Omit<Options, 'webFolder'> {
  onProgress: (share: number) => void
  /** Without the hidden truths: the null case for whatever looks for them. */
  withoutTruths?: boolean
}

/** Builds the demo under another name and renames it when whole, so that a half-built one is never met. */
export async function makeDemo(options: MakeOptions): Promise<void> {
  const { server, dataDir } = options
  const draft = `${server.demoDatabase}_draft`
  await server.drop(draft)
  await server.create(draft)
  await rm(blobFolderOf(dataDir, draft), { recursive: true, force: true })
  // What follows from the events is worked off by the builder itself, which knows when it is done.
  const app = await openOrganisation({ ...options, database: draft, demoHost: noDemo, withJobs: false })
  try {
    await buildDemo(app, { onProgress: options.onProgress, withTruths: !options.withoutTruths })
  } finally {
    await app.close()
  }
  const files = blobFolderOf(dataDir, server.demoDatabase)
  await rm(files, { recursive: true, force: true })
  await rename(blobFolderOf(dataDir, draft), files)
  await server.rename(draft, server.demoDatabase)
}

/** Removes the demo whole: its database and its files. */
export async function removeDemo(server: DatabaseServer, dataDir: string): Promise<boolean> {
  const existed = await server.has(server.demoDatabase)
  await server.drop(server.demoDatabase)
  await rm(blobFolderOf(dataDir, server.demoDatabase), { recursive: true, force: true })
  return existed
}
