import { events } from '@parvandeh/contract'
import type { EventName, LiveMessage, Permission } from '@parvandeh/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import pg from 'pg'
import type { Actor } from '../context.ts'
import type { Log } from '../log.ts'

interface Notification {
  event: EventName
  customerId?: string | null
  id?: string | null
  /** The permission that this one event asks of its hearers, when it is not the same for all events of its name. */
  permission?: Permission
  unitId?: string | null
  ownerId?: string | null
}

export interface LiveHub {
  openStream: (actor: Actor, request: FastifyRequest, reply: FastifyReply) => void
  /** Called for every event, whoever may hear it: caches of this process listen here. */
  onAny: (listener: (event: EventName) => void) => void
  close: () => Promise<void>
}

interface HubOptions {
  url: string
  log: Log
  /** Whether the actor holds the permission over a row of this unit and owner. */
  mayReach: (actor: Actor, permission: Permission, row: { unitId: string | null; ownerId: string | null }) => boolean
}

const heartbeatMs = 20_000

/**
 * Carries notifications of committed changes to the browsers that may know of them: ids only, since each
 * client fetches again under its own rights. One listening connection a process; lost, it is opened again.
 */
export async function openLiveHub({ url, log, mayReach }: HubOptions): Promise<LiveHub> {
  const streams = new Map<FastifyReply, Actor>()
  const listeners: ((event: EventName) => void)[] = []
  let closed = false
  let client: pg.Client | undefined

  const hear = (payload: string | undefined): void => {
    const notification = JSON.parse(payload ?? '{}') as Notification
    for (const listener of listeners) listener(notification.event)
    const live = events[notification.event]?.live
    if (!live) return
    const permission = notification.permission ?? live
    const row = { unitId: notification.unitId ?? null, ownerId: notification.ownerId ?? null }
    const message: LiveMessage = { event: notification.event, customerId: notification.customerId ?? null, id: notification.id ?? null }
    for (const [reply, actor] of streams) {
      if (mayReach(actor, permission, row)) reply.raw.write(`data: ${JSON.stringify(message)}\n\n`)
    }
    // Rights were read when the stream was opened; when they change, every stream is opened anew.
    if (notification.event === 'identity.access-changed') endAll()
  }
  const endAll = (): void => {
    for (const reply of streams.keys()) reply.raw.end()
    streams.clear()
  }
  const listen = async (): Promise<void> => {
    client = new pg.Client({ connectionString: url })
    client.on('notification', (notification) => hear(notification.payload))
    client.on('error', (error) => log.warn({ err: error }, 'live connection lost'))
    client.on('end', () => {
      if (!closed) setTimeout(() => void listen().catch(() => undefined), 1000).unref()
    })
    await client.connect()
    await client.query('listen parvandeh_live')
  }
  await listen()
  const heartbeat = setInterval(() => {
    for (const reply of streams.keys()) reply.raw.write(': alive\n\n')
  }, heartbeatMs)

  return {
    openStream: (actor, request, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      reply.raw.write('retry: 2000\n\n')
      streams.set(reply, actor)
      request.raw.on('close', () => streams.delete(reply))
    },
    onAny: (listener) => listeners.push(listener),
    close: async () => {
      closed = true
      clearInterval(heartbeat)
      endAll()
      await client?.end()
    },
  }
}
