import type { FastifyReply } from 'fastify'
import type { Actor } from '../context.ts'

const heartbeatMs = 20_000
/** A stream is opened anew now and then, by whoever may still open it: sessions and tokens end without an event. */
const longestMs = 15 * 60_000
/** More than the windows that somebody works in; beyond it the oldest ends. */
const mostOfOnePerson = 20
/** A browser that takes nothing in is cut off, rather than remembered for. */
const mostUnread = 256 * 1024

interface Stream {
  actor: Actor
  openedAt: number
}

/** The streams of events that are open to browsers, each with the rights it was opened under. */
export function openStreams() {
  const streams = new Map<FastifyReply, Stream>()
  const end = (reply: FastifyReply): void => {
    streams.delete(reply)
    reply.raw.end()
  }
  const write = (reply: FastifyReply, text: string): void => {
    if (reply.raw.writableLength > mostUnread) reply.raw.destroy()
    else reply.raw.write(text)
  }
  const heartbeat = setInterval(() => {
    for (const [reply, { openedAt }] of streams) {
      if (Date.now() - openedAt > longestMs) end(reply)
      else write(reply, ': alive\n\n')
    }
  }, heartbeatMs)
  const endAll = (): void => [...streams.keys()].forEach(end)
  return {
    open: (actor: Actor, reply: FastifyReply): void => {
      const own = [...streams].filter(([, one]) => one.actor.personId === actor.personId)
      if (own[0] && own.length >= mostOfOnePerson) end(own[0][0])
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // The connection is of no use to anything else, and must not linger when the stream ends.
        connection: 'close',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      })
      reply.raw.write('retry: 2000\n\n')
      streams.set(reply, { actor, openedAt: Date.now() })
      reply.raw.on('close', () => streams.delete(reply))
    },
    tell: (text: string, mayHear: (actor: Actor) => boolean): void => {
      for (const [reply, { actor }] of streams) if (mayHear(actor)) write(reply, text)
    },
    endAll,
    close: (): void => {
      clearInterval(heartbeat)
      endAll()
    },
  }
}
