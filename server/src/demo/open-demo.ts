import { rm } from 'node:fs/promises'
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
const noDemo: DemoHost = { state: async () => ({ state: 'ready', progress: 1 }), enter: async () => ({ state: 'ready' }), leave: async () => undefined }

const lookAgainMs = 2000

/** The demo beside one's own organisation: built when first asked for, opened when visited, gone when removed. */
export function openDemo(options: Options): Demo {
  const { server, log } = options
  let opened: Promise<App> | undefined
  let building: { progress: number } | undefined
  let failed = false
  let looked = { at: 0, there: false }

  const isThere = async (): Promise<boolean> => {
    if (Date.now() - looked.at > lookAgainMs) looked = { at: Date.now(), there: await server.has(server.demoDatabase) }
    return looked.there
  }
  const app = async (): Promise<App | undefined> => {
    // The command line may have removed the demo meanwhile.
    if (!(await isThere())) {
      await forget()
      return undefined
    }
    opened ??= openOrganisation({ ...options, database: server.demoDatabase, demoHost: noDemo })
    return opened.catch((error: unknown) => {
      opened = undefined
      throw error
    })
  }
  const forget = async (): Promise<void> => {
    const old = opened
    opened = undefined
    await (await old?.catch(() => undefined))?.close().catch(() => undefined)
  }
  const build = async (): Promise<void> => {
    building = { progress: 0 }
    failed = false
    try {
      await makeDemo({ ...options, onProgress: (progress) => (building = { progress }) })
    } catch (error) {
      failed = true
      log.error({ err: error }, 'the demo could not be built')
    } finally {
      building = undefined
      looked.at = 0
    }
  }
  return {
    app,
    close: forget,
    host: {
      state: async () => {
        if (building) return { state: 'building', progress: building.progress }
        if (await isThere()) return { state: 'ready', progress: 1 }
        return { state: failed ? 'failed' : 'absent', progress: 0 }
      },
      enter: async (exchange) => {
        if (building) return { state: 'building' }
        if (await isThere()) {
          setVisit(exchange, options.secure, '1')
          return { state: 'ready' }
        }
        void build()
        return { state: 'building' }
      },
      leave: async (exchange) => setVisit(exchange, options.secure, ''),
    },
  }
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
  const app = await openOrganisation({ ...options, database: draft, demoHost: noDemo })
  try {
    await buildDemo(app, { onProgress: options.onProgress, withTruths: !options.withoutTruths })
  } finally {
    await app.close()
  }
  await rm(blobFolderOf(dataDir, server.demoDatabase), { recursive: true, force: true })
  await server.rename(draft, server.demoDatabase)
}

/** Removes the demo whole: its database and its files. */
export async function removeDemo(server: DatabaseServer, dataDir: string): Promise<boolean> {
  const existed = await server.has(server.demoDatabase)
  await server.drop(server.demoDatabase)
  await rm(blobFolderOf(dataDir, server.demoDatabase), { recursive: true, force: true })
  return existed
}
