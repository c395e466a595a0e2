import type { Notice, NoticeChannel } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { calendarsFor } from '../calendars/calendars-for.ts'
import { leavesOf } from '../calendars/calendars.queries.ts'
import { hearersOf } from './deliver-notices.ts'
import { unreadAbout } from './notification.queries.ts'
import { isQuiet } from './settings.rules.ts'

/** A way out of the house: mail, SMS, a messenger. The application is given those that the organisation has set up. */
export interface Notifier {
  channel: Exclude<NoticeChannel, 'in-app'>
  send: (context: Context, personId: string, notice: Notice) => Promise<void>
}

const dayMs = 86_400_000

/**
 * Tells people outside of the app what their bell still holds: not what they have read meanwhile, not what was undone,
 * and nothing while it is quiet for them. The words of a thing stay in the house from those who do not read their class.
 */
export async function sendNotices(context: Context, notifiers: readonly Notifier[], notices: readonly Notice[]): Promise<void> {
  const calendarFor = await calendarsFor(context)
  for (const notice of notices) {
    for (const { personId, actor, settings } of await hearersOf(context, notice)) {
      const waiting = await unreadAbout(context, personId, notice.subjectId, new Date(context.now.getTime() - dayMs))
      if (!waiting.some(({ kind }) => kind === notice.kind)) continue
      const leaves = await leavesOf(context, [personId], { from: context.now, to: new Date(context.now.getTime() + 1) })
      if (isQuiet(settings, calendarFor(actor.unitId), leaves, context.now)) continue
      const title = actor.fieldClasses.has(notice.titleClass) ? notice.title : null
      for (const { channel, send } of notifiers) {
        if (settings.channels[notice.kind].includes(channel)) await send(context, personId, { ...notice, title })
      }
    }
  }
}
