import { events } from '@parvandeh/contract'
import type { EventName, LiveMessage, Permission } from '@parvandeh/contract'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../context.ts'
import type { Log } from '../log.ts'
import { listenTo } from './listen-to.ts'
import { openStreams } from './streams.ts'

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
  openStream: (actor: Actor, reply: FastifyReply) => void
  /** Called whenever rights may have changed: caches of this process listen here. */
  onRightsChanged: (listener: () => void) => void
  close: () => Promise<void>
}

interface HubOptions {
  url: string
  log: Log
  /** Whether the actor holds the permission over a row of this unit and owner. */
  mayReach: (actor: Actor, permission: Permission, row: { unitId: string | null; ownerId: string | null }) => boolean
}

/**
 * Carries notifications of committed changes to the browsers that may know of them: ids only, since each
 * client fetches again under its own rights. One listening connection a process; lost, it is opened again.
 */
export async function openLiveHub({ url, log, mayReach }: HubOptions): Promise<LiveHub> {
  const streams = openStreams()
  const listeners: (() => void)[] = []
  // Rights were read when a stream was opened; when they change, every stream is opened anew.
  const forgetRights = (): void => {
    for (const listener of listeners) listener()
    streams.endAll()
  }
  const hear = (text: string): void => {
    const notification = JSON.parse(text) as Notification
    if (notification.event === 'identity.access-changed') forgetRights()
    const live = events[notification.event]?.live
    if (!live) return
    const permission = notification.permission ?? live
    const row = { unitId: notification.unitId ?? null, ownerId: notification.ownerId ?? null }
    const message: LiveMessage = { event: notification.event, customerId: notification.customerId ?? null, id: notification.id ?? null }
    const mayHear = (actor: Actor) => (permission === 'owner' ? actor.personId === row.ownerId : mayReach(actor, permission, row))
    streams.tell(`data: ${JSON.stringify(message)}\n\n`, mayHear)
  }
  // What happened while the connection was lost is not known: rights may have changed.
  const listening = await listenTo({ url, channel: 'parvandeh_live', log, hear, onAgain: forgetRights })
  return {
    openStream: streams.open,
    onRightsChanged: (listener) => listeners.push(listener),
    close: async () => {
      streams.close()
      await listening.close()
    },
  }
}
