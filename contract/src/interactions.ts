import { z } from 'zod'
import { placeId } from './customers/fields.ts'
import { exportQuery } from './export.ts'
import { id, instant, line, page, pageOf, text } from './fields.ts'
import { route } from './route.ts'

export const interactionKinds = ['call', 'visit', 'message', 'note', 'parcel'] as const
export const directions = ['in', 'out', 'internal'] as const
export const channels = ['phone', 'in-person', 'sms', 'email', 'messenger', 'web', 'letter', 'fax', 'other'] as const

/** A note is talk among ourselves: its direction is internal, and it has neither length nor answer, whatever is sent. */
export const interactionInput = z.object({
  /** A UUID of version 7 that the writer chose: what is written meanwhile can name this as its source. Left out, one is made. */
  id: id.optional(),
  kind: z.enum(interactionKinds),
  direction: z.enum(directions),
  channel: z.enum(channels),
  /** Who spoke for the organisation; null, the person who logs it. Somebody else must be in reach of the logger. */
  personId: id.nullable(),
  /** Not before the year 1300 and not in the future, but for five minutes of a clock that is fast. */
  startedAt: instant,
  minutes: z.number().min(0).max(1440).nullable(),
  /** For calls: whether the two sides spoke. */
  answered: z.boolean().default(true),
  subject: line(300),
  body: text(20_000),
  /** Documents of the same customer that the logger may see. */
  documentIds: z.array(id).max(20).default([]),
  /** Where a visit took place, or a parcel went to or came from. Other kinds have no place. */
  cityId: placeId.nullable().optional(),
  /** Of a call: the number that turned out to be somebody else's. */
  wrongNumber: line(40).nullable().optional(),
})

export const interaction = interactionInput.extend({
  id,
  customerId: id,
  personId: id.nullable(),
  unitId: id.nullable(),
  /** Those that the reader may see. */
  documentIds: z.array(id),
  /** Whether a person typed it, a machine reported it (with an access token), or an import brought it. */
  source: z.enum(['hand', 'machine', 'import']),
  recordedAt: instant,
  /** Fields left empty because the reader's roles do not read what is internal. */
  withheld: z.array(z.string()).default([]),
})

const interactionFilters = z.object({
  kind: z.enum(interactionKinds).optional(),
  direction: z.enum(directions).optional(),
  personId: id.optional(),
  customerId: id.optional(),
  /** Begun at this moment or later, and before that one. */
  from: instant.optional(),
  to: instant.optional(),
})

export const interactionRoutes = {
  list: route({
    method: 'GET',
    path: '/api/interactions',
    permission: 'interactions.read',
    summary: { fa: 'تماس‌ها، بازدیدها، پیام‌ها و یادداشت‌ها', en: 'Calls, visits, messages and notes' },
    /** Newest first, over all files or those of one customer. */
    query: page.extend(interactionFilters.shape),
    response: pageOf(interaction.extend({ customerName: z.string() })),
  }),
  /** What lies in customers' files is taken out by those who may take customers out, as far as they see it. */
  export: route({
    method: 'GET',
    path: '/api/interactions/export',
    permission: 'customers.export',
    summary: { fa: 'خروجی از تماس‌ها و پیام‌ها', en: 'Export calls, visits, messages and notes' },
    query: interactionFilters.extend(exportQuery.shape),
    transport: 'download',
  }),
  log: route({
    method: 'POST',
    path: '/api/customers/:customerId/interactions',
    permission: 'interactions.write',
    summary: { fa: 'ثبت تماس، بازدید، پیام یا یادداشت', en: 'Log a call, visit, message or note' },
    params: z.object({ customerId: id }),
    body: interactionInput,
    response: interaction,
  }),
  show: route({
    method: 'GET',
    path: '/api/customers/:customerId/interactions/:interactionId',
    permission: 'interactions.read',
    summary: { fa: 'یک تماس یا پیام', en: 'One interaction' },
    params: z.object({ customerId: id, interactionId: id }),
    response: interaction,
  }),
}
