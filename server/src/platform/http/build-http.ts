import { failures } from '@parvandeh/contract'
import type { FailureCode } from '@parvandeh/contract'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyServerFactory } from 'fastify'
import { isRefusedValue } from '../database/failure-names.ts'
import type { Log } from '../log.ts'
import { isOwnHost } from './own-host.ts'
import { localeOf, problemOf, refusalOf } from './problems.ts'
import { AppError } from '../failure.ts'

export interface HttpOptions {
  log: Log
  /** Whether browsers reach us over TLS: then cookies are secure and HSTS is sent. */
  secure: boolean
  requestsPerMinute: number
  /** The address that people type, where it is not a name of this machine. */
  publicUrl?: string | undefined
  /** Addresses of proxies, beside those of this machine, that say for whom they ask. */
  trustedProxies?: readonly string[] | undefined
  serverFactory?: FastifyServerFactory
}

/** A Fastify with the product's bounds and headers, and problem details for every failure. */
export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    trustProxy: ['loopback', ...(options.trustedProxies ?? [])],
    routerOptions: { maxParamLength: 200 },
    // What the router itself refuses (a path that cannot be decoded, an overlong part) is an address that is not there.
    frameworkErrors: (_error, request, reply) => void sendProblem(reply, new AppError('not-found'), request.headers['accept-language']),
    ...(options.serverFactory && { serverFactory: options.serverFactory }),
  })
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error)
    const route = request.routeOptions.url
    if (refusal.code === 'unexpected') request.log.error({ err: error, route }, 'unexpected failure')
    else if (refusal.code === 'unavailable' || isRefusedValue(error)) request.log.warn({ err: error, route }, refusal.code)
    if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', String(refusal.retryAfterSeconds))
    return sendProblem(reply, refusal, request.headers['accept-language'])
  })
  app.addHook('onRequest', (request, reply, done) => {
    if (isOwnHost(request.headers.host, options.publicUrl)) return done()
    if (request.headers.accept?.includes('text/html')) void sendBothLanguages(reply, 'foreign-host')
    else void sendProblem(reply, new AppError('foreign-host'), request.headers['accept-language'])
  })
  app.setNotFoundHandler((request, reply) => sendProblem(reply, new AppError('not-found'), request.headers['accept-language']))
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: contentPolicy(options.secure),
    strictTransportSecurity: options.secure && ownHostOnly,
  })
  await app.register(rateLimit, { max: options.requestsPerMinute, timeWindow: 60_000 })
  return app
}

function sendProblem(reply: FastifyReply, refusal: AppError, language: string | undefined): FastifyReply {
  const problem = problemOf(refusal, localeOf(language))
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}

/** For somebody at a browser, before there is any page to say it in their language. */
function sendBothLanguages(reply: FastifyReply, code: FailureCode): FastifyReply {
  const { status, fa, en } = failures[code]
  return reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(`${fa}\n\n${en}\n`)
}

/** Other services of the organisation, under names below ours, may still speak plainly. */
const ownHostOnly = { maxAge: 31_536_000, includeSubDomains: false }

/** Scripts only from ourselves and never inline; styles may be inline because components set them on elements. */
const contentPolicy = (secure: boolean) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'self'"],
    frameSrc: ["'self'"],
    frameAncestors: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    ...(secure && { upgradeInsecureRequests: [] }),
  },
})
