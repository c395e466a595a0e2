import { contract } from '@parvandeh/contract'
import type { FastifyInstance } from 'fastify'
import { catalogueRoutes } from './modules/catalogue/index.ts'
import {
  customerBulk,
  customerReactions,
  customerRoutes,
  customerSchedules,
  conditionsForReader,
  customerSight,
  eraseAgain,
  erasureReaction,
  leavingRoutes,
  ownFieldSchemas,
} from './modules/customers/index.ts'
import type { ErasedList, ErasureTools } from './modules/customers/index.ts'
import { documentRoutes, documentSight, documentsHolder } from './modules/documents/index.ts'
import {
  bulkReaction,
  identityHolder,
  identityRoutes,
  mayReach,
  notificationReactions,
  notificationRoutes,
  openAuth,
  openAuthenticator,
  organisationOf,
  sweepBulks,
  sweepNotifications,
  sweepSignIn,
} from './modules/identity/index.ts'
import type { Auth, Notifier } from './modules/identity/index.ts'
import {
  importsHolder,
  integrationsReactions,
  integrationsRoutes,
  resumeExports,
  resumeInterrupted,
  sweepExports,
} from './modules/integrations/index.ts'
import { interactionRoutes, interactionSight, interactionsHolder } from './modules/interactions/index.ts'
import { ledgerHolder, salesReactions, salesRoutes, sweepDue } from './modules/sales/index.ts'
import { kpiReactions, kpiRoutes, kpiSchedules } from './modules/kpi/index.ts'
import {
  remindOfSlow,
  requestBulk,
  requestsHolder,
  serviceReactions,
  serviceRoutes,
  supervisionRoutes,
  requestSight,
} from './modules/service/index.ts'
import { localBlobStore } from './platform/blobs/blob-store.ts'
import type { BlobStore } from './platform/blobs/blob-store.ts'
import { openKysely, openPool } from './platform/database/pools.ts'
import type { DemoHost } from './platform/demo-host.ts'
import { AppError } from './platform/failure.ts'
import { buildHttp } from './platform/http/build-http.ts'
import { serve } from './platform/http/handlers.ts'
import type { ServedRoute } from './platform/http/handlers.ts'
import { sweepBlobs } from './platform/blobs/sweep-blobs.ts'
import { sweepOnce } from './platform/http/once.queries.ts'
import { serveRoutes } from './platform/http/serve-routes.ts'
import { serveWeb } from './platform/http/serve-web.ts'
import { systemRoutes } from './platform/http/system-routes.ts'
import { runJobs, workOffJobs } from './platform/jobs/run-jobs.ts'
import type { Schedule } from './platform/jobs/schedule.ts'
import { openLiveHub } from './platform/live/live-hub.ts'
import type { Log } from './platform/log.ts'
import { measureRequests } from './platform/metrics.ts'
import type { Reaction } from './platform/outbox/reactions.ts'
import { sweepOutbox } from './platform/outbox/sweep-outbox.ts'
import { systemRunner } from './platform/run-command.ts'
import type { CommandRunner } from './platform/run-command.ts'

export interface AppOptions {
  /** Connection string under the application's role. */
  databaseUrl: string
  blobFolder: string
  /** Where it is written down who was erased, outside of the database and its backups. */
  erasedList: ErasedList
  sessionSecret: string
  /** Under which the keys of customers are kept: 32 bytes, base64url. */
  sealingKey: string
  secure: boolean
  cookiePrefix: string
  /** The address that people type, when a proxy stands before us. */
  publicUrl?: string | undefined
  trustedProxies?: readonly string[] | undefined
  log: Log
  demoHost: DemoHost
  /** The built web app; absent in tests of the API. */
  webFolder?: string
  clock?: () => Date
  requestsPerMinute?: number
  /** Tests work the queue off by hand. */
  withJobs?: boolean
  /** Ways out of the house by which people can be told; without any there is the bell alone. */
  notifiers?: readonly Notifier[]
}

export interface App {
  http: FastifyInstance
  reactions: readonly Reaction[]
  runAsSystem: CommandRunner
  blobs: BlobStore
  auth: Auth
  /** Erases customers again who came back with a backup. */
  eraseAgain: (customerIds: readonly string[]) => Promise<void>
  /** Works the job queue off once: for commands that end, and for tests. */
  workOffJobs: () => Promise<void>
  close: () => Promise<void>
}

/** The one composition root: wires the modules of one organisation to its database and to HTTP. */
export async function openApp(options: AppOptions): Promise<App> {
  const { log, databaseUrl } = options
  const clock = options.clock ?? (() => new Date())
  // The error carries the whole connection with it: only its words may be logged.
  const onError = (error: Error) => log.warn({ reason: error.message }, 'database connection lost')
  const pool = openPool(databaseUrl, { onError })
  const authPool = openPool(databaseUrl, { max: 4, searchPath: 'auth', onError })
  const jobPool = openPool(databaseUrl, { max: 6, statementTimeoutMs: 120_000, onError })
  const db = openKysely(pool)
  const jobDb = openKysely(jobPool)
  const blobs = localBlobStore(options.blobFolder)
  const auth = openAuth({ pool: authPool, secret: options.sessionSecret, secure: options.secure, cookiePrefix: options.cookiePrefix })
  const authenticator = openAuthenticator(db, auth, clock)
  const hub = await openLiveHub({ url: databaseUrl, log, mayReach })
  hub.onRightsChanged(authenticator.forget)

  const masterKey = Buffer.from(options.sealingKey, 'base64url')
  const runAsSystem = systemRunner(jobDb, masterKey, clock)
  const erasing: ErasureTools = { holders, blobs, erasedList: options.erasedList }
  const { reactions, routes } = wireModules({ ...options, blobs, auth, erasing })
  const schedules = schedulesOf(blobs, erasing)

  const requestsPerMinute = options.requestsPerMinute ?? 1200
  const http = await buildHttp({
    log,
    secure: options.secure,
    requestsPerMinute,
    trustedProxies: options.trustedProxies,
    publicUrl: options.publicUrl,
  })
  measureRequests(http)
  await serveRoutes(http, routes, {
    db,
    blobs,
    masterKey,
    clock,
    authenticate: authenticator.authenticate,
    openStream: hub.openStream,
    publicHost: options.publicUrl === undefined ? null : new URL(options.publicUrl).host,
    attemptsPerMinute: Math.ceil(requestsPerMinute / 20),
  })
  if (options.webFolder !== undefined) await serveWeb(http, options.webFolder)
  await http.ready()
  const jobs =
    options.withJobs === false ? undefined : await runJobs({ url: databaseUrl, pool: jobPool, runAsSystem, reactions, schedules, log })
  if (jobs) await Promise.all([resumeInterrupted({ runAsSystem }), resumeExports({ runAsSystem })])

  return {
    http,
    reactions,
    runAsSystem,
    blobs,
    auth,
    workOffJobs: () => workOffJobs({ pool: jobPool, runAsSystem, reactions, schedules, log }),
    eraseAgain: (customerIds) => eraseAgain(erasing, { runAsSystem }, customerIds),
    close: async () => {
      await hub.close()
      await http.close()
      await jobs?.stop()
      // Not through Kysely: it leaves a pool open that it has never asked anything.
      await Promise.all([pool.end(), jobPool.end(), authPool.end()])
    },
  }
}

/** What each module keeps of a customer, from the top floor down: a module that keeps anything stands here. */
const holders = [importsHolder, ledgerHolder, requestsHolder, interactionsHolder, documentsHolder, identityHolder]

/** What the modules of the organisation hear, and what they serve. */
function wireModules({
  blobs,
  auth,
  erasing,
  demoHost,
  notifiers = [],
}: { blobs: BlobStore; auth: Auth; erasing: ErasureTools } & Pick<AppOptions, 'demoHost' | 'notifiers'>) {
  const reactions: Reaction[] = [
    ...customerReactions,
    erasureReaction(erasing),
    bulkReaction([customerBulk(erasing), requestBulk]),
    ...notificationReactions(notifiers),
    ...serviceReactions,
    ...kpiReactions,
    ...salesReactions,
    ...integrationsReactions(blobs),
  ]
  const routes: ServedRoute[] = [
    ...systemRoutes([ownFieldSchemas]),
    ...identityRoutes(auth, [customerSight, requestSight, interactionSight, documentSight], conditionsForReader),
    ...notificationRoutes(notifiers),
    ...catalogueRoutes(),
    ...customerRoutes(),
    ...leavingRoutes(erasing),
    ...documentRoutes(blobs),
    ...interactionRoutes(),
    ...serviceRoutes(),
    ...supervisionRoutes(),
    ...salesRoutes(),
    ...kpiRoutes(),
    ...integrationsRoutes(blobs),
    ...demoRoutes(demoHost),
  ]
  return { reactions, routes }
}

/** What sweeps, in the small hours of Tehran. */
const schedulesOf = (blobs: BlobStore, erasing: ErasureTools): Schedule[] => [
  { name: 'sweep-blobs', when: '30 22 * * *', work: (tools) => sweepBlobs(blobs, tools) },
  ...customerSchedules(erasing),
  ...kpiSchedules,
  { name: 'remind-of-slow', when: '*/10 * * * *', work: remindOfSlow },
  { name: 'sweep-due', when: '35 20 * * *', work: sweepDue },
  { name: 'sweep-outbox', when: '0 22 * * *', work: sweepOutbox },
  { name: 'sweep-once', when: '5 22 * * *', work: sweepOnce },
  { name: 'sweep-notifications', when: '20 22 * * *', work: sweepNotifications },
  { name: 'sweep-bulks', when: '25 22 * * *', work: sweepBulks },
  { name: 'sweep-exports', when: '15 22 * * *', work: sweepExports },
  { name: 'sweep-sign-in', when: '10 22 * * *', work: ({ runAsSystem }) => runAsSystem(sweepSignIn) },
]

const demoRoutes = (host: DemoHost): ServedRoute[] =>
  serve(contract.demo, {
    show: () => host.state(),
    enter: async (context, { exchange }) => {
      // To build the demo takes minutes of the machine: once there is an organisation, that is for its own people.
      if (context.actor.personId === null && (await organisationOf(context))) throw new AppError('not-signed-in')
      return host.enter(exchange)
    },
    leave: async (_context, { exchange }) => host.leave(exchange),
  })
