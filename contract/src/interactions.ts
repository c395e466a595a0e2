import { z } from 'zod'
import { id, instant, line, page, pageOf, text } from './fields.ts'
import { route } from './route.ts'

export const interactionKinds = ['call', 'visit', 'message', 'note'] as const
export const directions = ['in', 'out', 'internal'] as const
export const channels = ['phone', 'in-person', 'sms', 'email', 'messenger', 'web', 'letter', 'fax', 'other'] as const

export const interactionInput = z.object({
  kind: z.enum(interactionKinds),
  direction: z.enum(directions),
  channel: z.enum(channels),
  /** Who spoke for the organisation; left out, the person who logs it. */
  personId: id.nullable(),
  startedAt: instant,
  minutes: z.number().min(0).max(1440).nullable(),
  /** For calls: whether the two sides spoke. */
  answered: z.boolean().default(true),
  subject: line(300),
  body: text(20_000),
  documentIds: z.array(id).max(20).default([]),
})

export const interaction = interactionInput.extend({
  id,
  customerId: id,
  personId: id.nullable(),
  unitId: id.nullable(),
  documentIds: z.array(id),
  /** Whether a person typed it or a machine reported it. */
  source: z.enum(['hand', 'machine', 'import']),
  recordedAt: instant,
})

export const interactionRoutes = {
  list: route({
    method: 'GET',
    path: '/api/interactions',
    permission: 'interactions.read',
    summary: { fa: 'تماس‌ها، بازدیدها، پیام‌ها و یادداشت‌ها', en: 'Calls, visits, messages and notes' },
    query: page.extend({
      kind: z.enum(interactionKinds).optional(),
      direction: z.enum(directions).optional(),
      personId: id.optional(),
      customerId: id.optional(),
    }),
    response: pageOf(interaction.extend({ customerName: z.string() })),
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
