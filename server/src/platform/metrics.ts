import type { FastifyInstance } from 'fastify'
import { createServer } from 'node:http'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Log } from './log.ts'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requestSeconds = new Histogram({
  name: 'parvandeh_http_request_seconds',
  help: 'Time to answer, by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
  registers: [registry],
})

/** Measures every request of an app; routes are named by their pattern, so no id becomes a label. */
export function measureRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    requestSeconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
  })
}

/** Serves the metrics on a port of this machine only. A port in use is said and the product goes on. */
export function serveMetrics(port: number, log: Log): { close: () => void } {
  const server = createServer((_request, response) => {
    void registry.metrics().then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text))
  })
  server.on('error', (error) => log.warn({ err: error, port }, 'metrics are not served'))
  server.listen(port, '127.0.0.1')
  return { close: () => server.close() }
}
