import { z } from 'zod'
import { flag, id, instant, page, pageOf } from '../fields.ts'
import { accessClasses, permissionKeys } from '../permissions.ts'
import { route } from '../route.ts'

/** What somebody can be told of, each to be had or left out by their own choice. */
export const noticeKinds = [
  'request-assigned',
  'request-queued',
  'request-replied',
  'request-moved',
  'request-ended',
  'request-reopened',
  'request-slow',
  'contradiction-found',
  'import-ended',
  'export-ended',
  'bulk-ended',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Ways on which somebody can be told. In the app always; the others where the organisation has a sender for them. */
export const noticeChannels = ['in-app', 'email', 'sms', 'messenger'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

/**
 * What somebody should know, carried by the event that causes it: identity delivers it without knowing who sent it, to
 * those alone who may see what it is about, and never to whoever did it.
 */
export const notice = z.object({
  kind: z.enum(noticeKinds),
  personIds: z.array(id),
  /** Everybody who belongs to this unit. */
  toUnitId: id.nullable(),
  byPersonId: id.nullable(),
  /** Who may see the thing: whoever holds this permission over these two. */
  permission: z.enum(permissionKeys),
  unitId: id.nullable(),
  ownerId: id.nullable(),
  subjectType: z.enum(['request', 'import', 'export', 'bulk', 'contradiction']),
  subjectId: id,
  /** Whose file the thing lies in. */
  customerId: id.nullable().optional(),
  /** What the thing is called by everyone who may see it: its number, the name of its file, how many rows it was. */
  label: z.string(),
  /** Its words, for those who read this class. */
  title: z.string().nullable(),
  titleClass: z.enum(accessClasses),
  /** What became of it, where the kind leaves that open: `resolved`, `closed`, `merged`, `done`, `failed`; of a change of many rows, of what. */
  outcome: z.string().nullable(),
})
export type Notice = z.infer<typeof notice>

const notification = z.object({
  id,
  kind: z.enum(noticeKinds),
  /** When it happened, or last happened. */
  at: instant,
  /** How often it happened within a short time: several are one line. */
  times: z.number().int(),
  read: z.boolean(),
  byPersonId: id.nullable(),
  outcome: z.string().nullable(),
  /** Absent where the reader may no longer see what it is about. */
  subject: z
    .object({ type: z.enum(['request', 'import', 'export', 'bulk', 'contradiction']), id, label: z.string(), title: z.string().nullable() })
    .nullable(),
})

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)

const settingsInput = z.object({
  /** By which channels each kind reaches the person; a kind without any is not delivered, one left out is as it comes. */
  channels: z.partialRecord(z.enum(noticeKinds), z.array(z.enum(noticeChannels)).max(noticeChannels.length)),
  /** When nothing pops up and everything waits in the bell: never, outside of the person's working hours, or between two times of day. */
  quiet: z.enum(['never', 'outside-work', 'hours']),
  quietFrom: clockTime,
  quietTo: clockTime,
  /** Nothing pops up until then. */
  pausedUntil: instant.nullable(),
})

const settings = settingsInput.extend({
  /** The channels that can be chosen: for the others nobody has set up a sender. */
  offered: z.array(z.enum(noticeChannels)),
})

export const notificationRoutes = {
  list: route({
    method: 'GET',
    path: '/api/notifications',
    permission: 'signed-in',
    summary: { fa: 'اعلان‌های من', en: 'My notifications' },
    query: page.extend({ kind: z.enum(noticeKinds).optional(), unread: flag.optional() }),
    response: pageOf(notification),
  }),
  bell: route({
    method: 'GET',
    path: '/api/notifications/bell',
    permission: 'signed-in',
    summary: { fa: 'شمار خوانده‌نشده‌ها', en: 'How many are unread' },
    response: z.object({
      /** Exact to a hundred. */
      unread: z.number().int(),
      /** Nothing may pop up now. */
      quiet: z.boolean(),
      /** The newest one that is unread. */
      newest: notification.nullable(),
    }),
  }),
  mark: route({
    method: 'POST',
    path: '/api/notifications/marks',
    permission: 'signed-in',
    summary: { fa: 'خوانده یا نخوانده‌کردن اعلان‌ها', en: 'Mark notifications as read or unread' },
    body: z.object({ ids: z.array(id).min(1).max(200), read: z.boolean() }),
  }),
  markAll: route({
    method: 'POST',
    path: '/api/notifications/marks/all',
    permission: 'signed-in',
    summary: { fa: 'خوانده‌کردن همه', en: 'Mark all as read' },
    response: z.object({
      count: z.number().int(),
      /** Names this marking, to take it back. */
      readAt: instant,
    }),
  }),
  unmarkAll: route({
    method: 'POST',
    path: '/api/notifications/marks/taken-back',
    permission: 'signed-in',
    summary: { fa: 'برگرداندن خوانده‌کردن همه', en: 'Take back a marking of all' },
    body: z.object({ readAt: instant }),
    response: z.object({ count: z.number().int() }),
  }),
  settings: route({
    method: 'GET',
    path: '/api/notifications/settings',
    permission: 'signed-in',
    summary: { fa: 'از چه و چگونه خبرم کنید', en: 'What I am told of, and how' },
    response: settings,
  }),
  setSettings: route({
    method: 'PUT',
    path: '/api/notifications/settings',
    permission: 'signed-in',
    summary: { fa: 'تعیین اینکه از چه و چگونه خبرم کنید', en: 'Choose what I am told of, and how' },
    body: settingsInput,
    response: settings,
  }),
}
