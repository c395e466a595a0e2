import multipart from '@fastify/multipart'
import type { Permission, Route } from '@parvandeh/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { Readable } from 'node:stream'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { Actor, AnyTables, Context } from '../context.ts'
import { AppError } from '../failure.ts'
import { contextOf, runCommand } from '../run-command.ts'
import { refuseCrossSite } from './cross-site.ts'
import { isDownload } from './handlers.ts'
import type { Download, Exchange, Input, ServedRoute, Upload } from './handlers.ts'
import { keyOf, once } from './once.queries.ts'
import { localeOf, parseInput } from './problems.ts'

export interface ServingOptions {
  db: Kysely<AnyTables>
  blobs: BlobStore
  /** Under which the keys of customers are kept. */
  masterKey: Buffer
  clock: () => Date
  /** The actor behind a request, or null when nobody is signed in. */
  authenticate: (headers: Headers, address: string) => Promise<Actor | null>
  /** Serves the routes whose transport is `events`. */
  openStream: (actor: Actor, reply: FastifyReply) => void
  /** The host that people type, when it differs from the one that a proxy asks us by. */
  publicHost: string | null
  /** How often an address may call what changes something and is open to strangers: signing in, setting up. */
  attemptsPerMinute: number
}

/** What nobody may do: the actor of public routes. */
const nobody = (address: string): Actor => ({
  kind: 'person',
  personId: null,
  unitId: null,
  unitIds: [],
  grants: {},
  fieldClasses: new Set(),
  address,
})

/** Serves contract routes: rights first, then the shape of the input, then one transaction, then the shape of the answer. */
export async function serveRoutes(app: FastifyInstance, routes: readonly ServedRoute[], options: ServingOptions): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 10_000, headerPairs: 50 } })
  for (const served of routes) {
    app.route({
      method: served.route.method,
      url: served.route.path,
      bodyLimit: served.route.bodyLimit,
      // Fastify adds HEAD by itself to GET; a stream or a download needs none.
      exposeHeadRoute: false,
      ...(isOpenToAttempts(served.route) && { config: { rateLimit: { max: options.attemptsPerMinute } } }),
      handler: (request, reply) => answer(served, request, reply, options),
    })
  }
}

const isOpenToAttempts = ({ permission, method }: Route): boolean => permission === 'public' && method !== 'GET'

async function answer(served: ServedRoute, request: FastifyRequest, reply: FastifyReply, options: ServingOptions): Promise<unknown> {
  const { route } = served
  const headers = headersOf(request)
  refuseCrossSite(request.method, headers, options.publicHost)
  const actor = await requireActor(route.permission, await options.authenticate(headers, request.ip), request.ip)
  if (route.transport === 'events') return options.openStream(actor, reply)

  const locale = localeOf(request.headers['accept-language'])
  const who = { actor, locale, now: options.clock(), masterKey: options.masterKey }
  const input = await readInput(route, request, reply, options.blobs, locale, headers)
  const handle = (context: Context) => served.handle(context, input)
  const key = route.transport === 'json' && actor.personId !== null ? keyOf(headers) : null
  const write = (context: Context) => (key === null ? handle(context) : once(context, { key, route, input }, () => handle(context)))
  const result = route.method === 'GET' ? await handle(contextOf(options.db, who)) : await runCommand(options.db, who, write)
  return isDownload(result) ? sendDownload(reply, result) : sendJson(reply, route, result)
}

async function requireActor(permission: Route['permission'], actor: Actor | null, address: string): Promise<Actor> {
  if (permission === 'public') return actor ?? nobody(address)
  if (!actor) throw new AppError('not-signed-in')
  if (permission !== 'signed-in' && !mayAtAll(actor, permission)) throw new AppError('not-permitted')
  return actor
}

const mayAtAll = (actor: Actor, permission: Permission): boolean => actor.grants[permission] !== undefined

async function readInput(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  blobs: BlobStore,
  locale: 'fa' | 'en',
  headers: Headers,
): Promise<Input<Route>> {
  const params = route.params.safeParse(request.params)
  // A path that no record can have is a record that is not there.
  if (!params.success) throw new AppError('not-found')
  const query = parseInput(route.query, request.query, locale)
  const body = route.method === 'GET' || route.transport === 'upload' ? {} : parseInput(route.body, request.body ?? {}, locale)
  const file = route.transport === 'upload' ? await receiveFile(request, blobs, route.bodyLimit) : undefined
  const exchange: Exchange = { headers, address: request.ip, setCookie: (header) => void reply.header('set-cookie', header) }
  return { params: params.data, query, body, exchange, file } as Input<Route>
}

/** The file is whole in the blob store before the command's transaction begins. */
async function receiveFile(request: FastifyRequest, blobs: BlobStore, limit: number): Promise<Upload> {
  const part = await request.file({ limits: { fileSize: limit } })
  if (!part) throw new AppError('malformed-request')
  const stored = await blobs.put(Readable.from(wholeOrRefused(part.file)), part.mimetype)
  // A part may come without a name, whatever the types of the parser say.
  const name = (part.filename as string | undefined) ?? ''
  return {
    ...stored,
    name:
      name
        .normalize('NFC')
        .replaceAll(/[\u0000-\u001f\u007f/\\]/gu, '_')
        .slice(-200) || 'file',
  }
}

/** Refuses a file that is over the limit while it is being stored, so that its head is not kept. */
async function* wholeOrRefused(file: Readable & { truncated: boolean }): AsyncGenerator<Buffer> {
  yield* file as AsyncIterable<Buffer>
  if (file.truncated) throw new AppError('body-too-large')
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

/** The schema of the answer also strips what it does not declare: a forgotten field cannot leak. */
function sendJson(reply: FastifyReply, route: Route, result: unknown): FastifyReply {
  const body = JSON.stringify(route.response.parse(result ?? {}))
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(body)
}

function sendDownload(reply: FastifyReply, download: Download): FastifyReply {
  const kind = download.inline ? 'inline' : 'attachment'
  const name = download.fileName === null ? '' : `; filename*=UTF-8''${percentEncoded(download.fileName)}`
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff').type(download.mediaType)
  if (download.fileName !== null) reply.header('content-disposition', kind + name)
  return reply.headers(download.headers ?? {}).send(download.content)
}

/** As RFC 8187 wants the names of files: nothing but letters, digits and a few marks stands as it is. */
const percentEncoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
