import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { App } from '../app.ts'
import type { Settings } from './settings.ts'

/** Cookie that sends a browser's requests to the demo instead of one's own organisation. */
export const demoCookie = 'parvandeh_demo_visit'

/**
 * The one port of the process. Each organisation has an app of its own and knows of no other: here alone it is
 * decided which of them a request is for. The way in and out of the demo belongs to one's own.
 */
export function openFront(settings: Settings, main: App, demo: () => Promise<App | undefined>): Server {
  const listener: RequestListener = (request, response) => {
    if (!visitsDemo(request)) return main.http.routing(request, response)
    demo().then(
      (app) => (app ?? main).http.routing(request, response),
      () => main.http.routing(request, response),
    )
  }
  if (!settings.tls) return createServer(listener)
  return createTlsServer({ cert: readFileSync(settings.tls.certificate), key: readFileSync(settings.tls.key) }, listener)
}

function visitsDemo(request: IncomingMessage): boolean {
  if (request.url === '/api/demo') return false
  return new RegExp(`(?:^|;\\s*)${demoCookie}=1(?:;|$)`, 'u').test(request.headers.cookie ?? '')
}
