import path from 'node:path'
import { openApp } from '../app.ts'
import type { App } from '../app.ts'
import type { Secrets } from '../platform/data-dir.ts'
import type { DemoHost } from '../platform/demo-host.ts'
import type { Log } from '../platform/log.ts'
import { localErasedList } from '../platform/subjects/erased-list.ts'
import { prepareOrganisation } from '../prepare-organisation.ts'
import type { DatabaseServer } from './database-server.ts'

interface Options {
  server: DatabaseServer
  database: string
  dataDir: string
  secrets: Secrets
  secure: boolean
  publicUrl?: string | undefined
  trustedProxies?: readonly string[] | undefined
  log: Log
  demoHost: DemoHost
  webFolder?: string
  withJobs?: boolean
}

/** Prepares the database of one organisation and opens its app. */
export async function openOrganisation({ server, database, dataDir, secrets, ...options }: Options): Promise<App> {
  const databaseUrl = await prepareOrganisation(server.ownerUrl(database), {
    name: server.applicationRole,
    password: secrets.applicationPassword,
  })
  return openApp({
    ...options,
    databaseUrl,
    blobFolder: blobFolderOf(dataDir, database),
    erasedList: erasedListOf(dataDir, database),
    sessionSecret: secrets.sessionSecret,
    sealingKey: secrets.sealingKey,
    cookiePrefix: database,
  })
}

/** Where the files of one organisation lie. */
export const blobFolderOf = (dataDir: string, database: string): string => path.join(dataDir, 'files', database)

/** Where it is written down who was erased from one organisation. */
export const erasedListOf = (dataDir: string, database: string) => localErasedList(path.join(dataDir, 'erased', `${database}.txt`))
