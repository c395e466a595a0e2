import { contract } from '@parvandeh/contract'
import type { NoticeChannel } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { chooseSettings, showSettings } from './choose-settings.ts'
import { changeBell } from './deliver-notices.ts'
import { markEvery, markNotifications, unmarkEvery } from './notification.queries.ts'
import type { Notifier } from './notifier.ts'
import { listNotifications, showBell } from './show-notifications.ts'

/** The endpoints of the bell: everybody's own, and nobody else's. */
export function notificationRoutes(notifiers: readonly Notifier[]): ServedRoute[] {
  const offered: NoticeChannel[] = ['in-app', ...notifiers.map(({ channel }) => channel)]
  return serve(contract.notifications, {
    list: (context, { query }) => listNotifications(context, ownId(context), query),
    bell: (context) => showBell(context, ownId(context)),
    mark: async (context, { body }) => {
      await markNotifications(context, ownId(context), body.ids, body.read ? context.now : null)
      await changeBell(context, ownId(context), null)
    },
    markAll: async (context) => {
      const count = await markEvery(context, ownId(context))
      await changeBell(context, ownId(context), null)
      return { count, readAt: context.now.toISOString() }
    },
    unmarkAll: async (context, { body }) => {
      const count = await unmarkEvery(context, ownId(context), new Date(body.readAt))
      await changeBell(context, ownId(context), null)
      return { count }
    },
    settings: (context) => showSettings(context, ownId(context), offered),
    setSettings: (context, { body }) => chooseSettings(context, ownId(context), body, offered),
  })
}

function ownId({ actor }: Context): string {
  if (actor.personId === null) throw new AppError('not-signed-in')
  return actor.personId
}
