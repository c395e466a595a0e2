import { contract } from '@parvandeh/contract'
import type { CallOf, Permission, ResponseOf, Route, Scope } from '@parvandeh/contract'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openApp } from '../app.ts'
import type { App, AppOptions } from '../app.ts'
import { openLog } from '../platform/log.ts'
import { newId } from '../platform/ids.ts'

export interface Reply<T> {
  status: number
  body: T
  text: string
  headers: Record<string, unknown>
}

export interface TestPerson {
  id: string
  name: string
  unitId: string | null
  /** Header that acts as this person. */
  authorization: string
  /** Instead of the header, the cookie of a session. */
  cookie?: string
}

export interface TestApp {
  app: App
  /** Name of the cloned database on the test server. */
  database: string
  /** The application's connection string. */
  databaseUrl: string
  /** Owner's connection: for looking at what is there, and for damage that the application cannot do. */
  owner: pg.Client
  /** Where the contents of files lie. */
  blobFolder: string
  /** Who was erased so far. */
  erased: string[]
  /** Rows as they were before what they say of customers was sealed. */
  opened: <T>(rows: T) => Promise<T>
  /** The clock that the application reads; tests move it. */
  clock: { now: Date }
  /** Calls a route by the front door, as a person or as nobody. */
  call: <R extends Route>(
    route: R,
    input?: CallOf<R> & { as?: TestPerson | undefined; language?: 'fa' | 'en' },
  ) => Promise<Reply<ResponseOf<R>>>
  /** Signs in at the front door; the person then acts with the cookie of that session. */
  signIn: (login: string, password: string) => Promise<TestPerson>
  addUnit: (name: string, parentId?: string | null) => Promise<string>
  /** Adds a person who holds exactly these permissions. */
  addPerson: (
    name: string,
    options?: { unitId?: string | null; grants?: Partial<Record<Permission, Scope>>; fieldClasses?: string[] },
  ) => Promise<TestPerson>
  /** Works the job queue off: timeline lines, recounts and whatever else follows from events. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

const testSealingKey = Buffer.alloc(32, 'key of tests').toString('base64url')

/** Opens the application on a fresh clone of the prepared database. Call `close` after the file's tests. */
export async function openTestApp(
  given: Partial<Pick<AppOptions, 'secure' | 'publicUrl' | 'trustedProxies' | 'requestsPerMinute' | 'withJobs' | 'notifiers'>> = {},
): Promise<TestApp> {
  const server = inject('testServer')
  const database = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${database} template parvandeh_template`)
  const owner = new pg.Client({ connectionString: at(server, database) })
  await owner.connect()
  const folder = await mkdtemp(path.join(tmpdir(), 'parvandeh-test-files-'))
  const clock = { now: new Date() }
  const erased: string[] = []
  const databaseUrl = at(server, database, 'parvandeh_app', 'test-application')
  const app = await openApp({
    databaseUrl,
    blobFolder: folder,
    erasedList: { add: async (ids) => void erased.push(...ids) },
    sessionSecret: 'a secret that only tests know, long enough',
    sealingKey: testSealingKey,
    secure: false,
    cookiePrefix: 'parvandeh',
    log: openLog('error'),
    demoHost: {
      state: async () => ({ state: 'absent', progress: 0 }),
      enter: async () => ({ state: 'ready' }),
      leave: async () => undefined,
    },
    clock: () => new Date(clock.now),
    requestsPerMinute: 1_000_000,
    withJobs: false,
    ...given,
  })
  return {
    app,
    blobFolder: folder,
    erased,
    opened: (rows) => app.runAsSystem((context) => context.sealing.open(rows)),
    database,
    databaseUrl,
    owner,
    clock,
    call: (route, input) => call(app, route, input),
    signIn: (login, password) => signIn(app, login, password),
    addUnit: (name, parentId) => addUnit(owner, name, parentId ?? null),
    addPerson: (name, options) => addPerson(owner, name, options),
    settle: () => settle(app, owner),
    close: async () => {
      await app.close()
      await owner.end()
      await admin.query(`drop database ${database} with (force)`)
      await admin.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function at(server: string, database: string, user?: string, password?: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  if (user !== undefined && password !== undefined) [url.username, url.password] = [user, password]
  return url.href
}

async function call<R extends Route>(
  app: App,
  route: R,
  input: CallOf<R> & { as?: TestPerson | undefined; language?: 'fa' | 'en' } = {},
): Promise<Reply<ResponseOf<R>>> {
  const params = (input.params ?? {}) as Record<string, string>
  const path = route.path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(String(params[name] ?? 'missing')))
  const query = new URLSearchParams(
    Object.entries((input.query ?? {}) as Record<string, unknown>).flatMap(([k, v]) =>
      v === undefined ? [] : [[k, String(v)] as [string, string]],
    ),
  )
  const reply = await app.http.inject({
    method: route.method,
    url: query.size ? `${path}?${query.toString()}` : path,
    headers: { 'accept-language': input.language ?? 'fa', ...headersOf(input.as) },
    ...(route.method !== 'GET' && { payload: (input.body ?? {}) as object }),
  })
  const isJson = String(reply.headers['content-type']).includes('json')
  return {
    status: reply.statusCode,
    body: (isJson ? reply.json() : undefined) as ResponseOf<R>,
    text: reply.payload,
    headers: reply.headers,
  }
}

const headersOf = (as: TestPerson | undefined): Record<string, string> => {
  if (as?.cookie !== undefined) return { cookie: as.cookie, 'x-parvandeh': '1' }
  return as ? { authorization: as.authorization } : {}
}

async function signIn(app: App, login: string, password: string): Promise<TestPerson> {
  const reply = await call(app, contract.session.signIn, { body: { login, password } })
  const { person } = reply.body
  if (!person) throw new Error(`${login} could not sign in: ${reply.text}`)
  return {
    id: person.id,
    name: person.name,
    unitId: person.unitId,
    authorization: '',
    cookie: String(reply.headers['set-cookie']).split(';')[0] ?? '',
  }
}

async function addUnit(owner: pg.Client, name: string, parentId: string | null): Promise<string> {
  const id = newId()
  await owner.query('insert into identity.unit (id, name, parent_id) values ($1, $2, $3)', [id, name, parentId])
  await owner.query('insert into identity.unit_ancestor values ($1, $1, 0)', [id])
  if (parentId)
    await owner.query(
      'insert into identity.unit_ancestor select $1, ancestor_id, depth + 1 from identity.unit_ancestor where unit_id = $2',
      [id, parentId],
    )
  return id
}

async function addPerson(owner: pg.Client, name: string, options: Parameters<TestApp['addPerson']>[1] = {}): Promise<TestPerson> {
  const [id, roleId, token] = [newId(), newId(), `pvd_${randomBytes(24).toString('base64url')}`]
  const classes = options.fieldClasses ?? ['public', 'internal', 'sensitive', 'financial']
  await owner.query('insert into identity.person values ($1, null, $2, $2, $2, null, null, $3, true, null, now())', [
    id,
    name,
    options.unitId ?? null,
  ])
  await owner.query('insert into identity.role values ($1, $2, false, $3, $4)', [
    roleId,
    `${name} ${id}`,
    JSON.stringify(options.grants ?? {}),
    classes,
  ])
  await owner.query('insert into identity.person_role values ($1, $2)', [id, roleId])
  const hash = createHash('sha256').update(token).digest('hex')
  await owner.query('insert into identity.access_token (id, person_id, name, sha256, created_at) values ($1, $2, $3, $4, now())', [
    newId(),
    id,
    'test',
    hash,
  ])
  return { id, name, unitId: options.unitId ?? null, authorization: `Bearer ${token}` }
}

async function settle(app: App, owner: pg.Client): Promise<void> {
  await app.workOffJobs()
  const failed = await owner.query<{ last_error: string }>(
    'select last_error from graphile_worker._private_jobs where last_error is not null',
  )
  if (failed.rows[0]) throw new Error(`a job failed: ${failed.rows[0].last_error}`)
}
