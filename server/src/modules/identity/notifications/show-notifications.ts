import type { AnswerOf, notificationRoutes, QueryOf } from '@parvandeh/contract'
import type { AccessClass, Notice, NoticeKind, Permission } from '@parvandeh/contract'
import { z } from 'zod'
import type { Actor, Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { mayReach } from '../access/row-scope.ts'
import { calendarsFor } from '../calendars/calendars-for.ts'
import { leavesOf } from '../calendars/calendars.queries.ts'
import { countUnread, readNotifications } from './notification.queries.ts'
import type { NotificationRow } from './notification.queries.ts'
import { settingsOf } from './settings.queries.ts'
import { isQuiet, withDefaults } from './settings.rules.ts'

type Shown = AnswerOf<typeof notificationRoutes.list>['rows'][number]

/** A page of what the reader was told, as far as they may still see what it is about. */
export async function listNotifications(
  context: Context,
  personId: string,
  { kind, unread, limit, after }: QueryOf<typeof notificationRoutes.list>,
) {
  const key = decodeKey(after, z.tuple([z.iso.datetime(), z.uuid()]))
  const found = await readNotifications(context, personId, { kind, unread, after: key, limit: limit + 1 })
  const { rows, next } = pageFrom(found, limit, (row) => [row.at.toISOString(), row.id])
  return { rows: rows.map((row) => present(context.actor, row)), ...(next !== undefined && { next }) }
}

/** The permission that held at delivery is asked again; words of a class that is not the reader's stay out. */
function present(actor: Actor, row: NotificationRow): Shown {
  const visible = mayReach(actor, row.permission as Permission, { unitId: row.unit_id, ownerId: row.owner_id })
  return {
    id: row.id,
    kind: row.kind as NoticeKind,
    at: row.at.toISOString(),
    times: row.times,
    read: row.read_at !== null,
    byPersonId: visible ? row.by_person_id : null,
    outcome: visible ? row.outcome : null,
    subject: visible
      ? {
          type: row.subject_type as Notice['subjectType'],
          id: row.subject_id,
          label: row.label,
          title: actor.fieldClasses.has(row.title_class as AccessClass) ? row.title : null,
        }
      : null,
  }
}

const mostCounted = 100

/** What the bell in the corner says, and whether anything may pop up from it now. */
export async function showBell(context: Context, personId: string): Promise<AnswerOf<typeof notificationRoutes.bell>> {
  const [newest] = await readNotifications(context, personId, { unread: true, limit: 1 })
  const settings = (await settingsOf(context, [personId])).get(personId) ?? withDefaults()
  const calendar = (await calendarsFor(context))(context.actor.unitId)
  const leaves = await leavesOf(context, [personId], { from: context.now, to: new Date(context.now.getTime() + 1) })
  return {
    unread: await countUnread(context, personId, mostCounted),
    quiet: isQuiet(settings, calendar, leaves, context.now),
    newest: newest ? present(context.actor, newest) : null,
  }
}
