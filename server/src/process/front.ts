import { contract } from '@parvandeh/contract'
import type { FailureCode } from '@parvandeh/contract'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { createSecureContext } from 'node:tls'
import type { App } from '../app.ts'
import { AppError } from '../platform/failure.ts'
import { localeOf, problemOf } from '../platform/http/problems.ts'
import { StartRefused } from '../platform/start-refused.ts'
import type { Settings } from './settings.ts'

/** Cookie that sends a browser's requests to the demo instead of one's own organisation. */
export const demoCookie = 'parvandeh_demo_visit'

export interface Front {
  server: Server
  /** Takes no new request, and resolves when those under way are answered, or after so long. */
  drain: (longestMs: number) => Promise<void>
}

/** A file of gigabytes over a slow line takes its time; headers do not. Proxies keep connections for a minute. */
const patience = { headersTimeout: 30_000, requestTimeout: 60 * 60_000, keepAliveTimeout: 65_000 }

/**
 * The one port of the process. Each organisation has an app of its own and knows of no other: here alone it is
 * decided which of them a request is for. The way in and out of the demo belongs to one's own.
 */
export function openFront({ tls }: Pick<Settings, 'tls'>, main: App, demo: () => Promise<App | undefined>): Front {
  const underWay = new Set<ServerResponse>()
  let draining = false
  const listener: RequestListener = (request, response) => {
    if (draining) return refuse(response, 'shutting-down', request.headers['accept-language'])
    // A live stream has no end of its own; whoever closes the apps ends it.
    if (request.url !== contract.system.live.path) underWay.add(response)
    response.once('close', () => underWay.delete(response))
    if (!visitsDemo(request)) return main.http.routing(request, response)
    demo().then(
      (app) => (app ?? main).http.routing(request, response),
      () => main.http.routing(request, response),
    )
  }
  const server = tls ? createTlsServer({ ...patience, ...certificateOf(tls) }, listener) : createServer(patience, listener)
  server.on('clientError', refuseUnreadable)
  return {
    server,
    drain: async (longestMs) => {
      draining = true
      server.close()
      for (let waited = 0; underWay.size > 0 && waited < longestMs; waited += lookAgainMs) await pause(lookAgainMs)
      server.closeIdleConnections()
    },
  }
}

const lookAgainMs = 50

function certificateOf({ certificate, key }: NonNullable<Settings['tls']>): { cert: Buffer; key: Buffer } {
  try {
    const pair = { cert: readFileSync(certificate), key: readFileSync(key) }
    createSecureContext(pair)
    return pair
  } catch (error) {
    const reason = (error as Error).message
    throw new StartRefused(
      `گواهی TLS_CERT و کلید TLS_KEY خوانده نمی‌شود یا با هم نمی‌خواند (${reason}).`,
      `The certificate of TLS_CERT and the key of TLS_KEY cannot be read or do not belong together (${reason}).`,
    )
  }
}

function refuse(response: ServerResponse, code: FailureCode, language: string | undefined): void {
  const problem = problemOf(new AppError(code), localeOf(language))
  response.writeHead(problem.status, { 'content-type': problemType, 'cache-control': 'no-store', connection: 'close', 'retry-after': '5' })
  response.end(JSON.stringify(problem))
}

const problemType = 'application/problem+json; charset=utf-8'

/** What is not HTTP, or has headers beyond the limit, reaches no app. */
function refuseUnreadable(_error: Error, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy()
  const body = JSON.stringify(problemOf(new AppError('malformed-request'), 'fa'))
  const head = `HTTP/1.1 400 Bad Request\r\ncontent-type: ${problemType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n`
  socket.end(head + body)
}

function visitsDemo(request: IncomingMessage): boolean {
  if (request.url === contract.demo.show.path) return false
  return new RegExp(`(?:^|;\\s*)${demoCookie}=1(?:;|$)`, 'u').test(request.headers.cookie ?? '')
}
