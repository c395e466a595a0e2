import { z } from 'zod'
import { id, instant, text } from '../fields.ts'
import { route } from '../route.ts'

/** Whether somebody can be given work now: signed in of late, at work by the calendar and not seen, after hours, or on leave. */
export const presences = ['here', 'not-seen', 'off', 'leave'] as const
export type Presence = (typeof presences)[number]

const oldest = z.object({ number: z.string(), reportedAt: instant }).nullable()

/** How much lies somewhere, and for how long: by working time since it was reported. What waits for others is counted apart. */
const pile = z.object({
  inWork: z.number().int(),
  waiting: z.number().int(),
  /** Of those in work: under eight hours of work, under twenty-four, and longer. */
  fresh: z.number().int(),
  aging: z.number().int(),
  old: z.number().int(),
  /** Of those in work: nobody has answered yet; and this for more than `slowAfterWorkingHours`. */
  unanswered: z.number().int(),
  slow: z.number().int(),
  oldest,
})

const colleague = z.object({
  personId: id,
  unitId: id.nullable(),
  presence: z.enum(presences),
  seenAt: instant.nullable(),
  /** Leaves that touch the rest of today. */
  leaves: z.array(z.object({ id, from: instant, to: instant, note: z.string() })),
  /** May be given requests. */
  takesWork: z.boolean(),
  held: pile,
  resolvedToday: z.number().int(),
})

const move = z.object({ customerId: id, requestId: id, fromPersonId: id, toPersonId: id })

const proposedMove = move.extend({
  number: z.string(),
  subject: z.string(),
  customerName: z.string(),
  reportedAt: instant,
  answered: z.boolean(),
  /** How much each had in work before this move. */
  fromLoad: z.number().int(),
  toLoad: z.number().int(),
  /** How many requests of its topic the receiver has resolved lately; null where it has no topic. */
  experience: z.number().int().nullable(),
})

const filters = z.object({ unitId: id.optional() })

/** Who has how much, and evening it out. */
export const supervisionRoutes = {
  show: route({
    method: 'GET',
    path: '/api/supervision',
    permission: 'service.supervise',
    summary: { fa: 'نمای سرپرست: چه کسی آزاد است و چه در دست کیست', en: 'Who is free, who holds what' },
    query: filters,
    response: z.object({
      people: z.array(colleague),
      /** What nobody holds, by unit. */
      queues: z.array(pile.extend({ unitId: id.nullable() })),
      /** Today in the organisation's zone, hour by hour: reported and resolved. */
      hours: z.array(z.object({ hour: z.number().int(), arrived: z.number().int(), resolved: z.number().int() })),
      /** More people than are shown. */
      more: z.boolean(),
    }),
  }),
  propose: route({
    method: 'GET',
    path: '/api/supervision/moves',
    permission: 'service.supervise',
    summary: { fa: 'پیشنهاد جابه‌جایی برای یکسان‌شدن بار', en: 'Which requests to move so that work is even' },
    query: filters.extend({ count: z.coerce.number().int().min(1).max(50).default(5) }),
    response: z.object({ moves: z.array(proposedMove) }),
  }),
  move: route({
    method: 'POST',
    path: '/api/supervision/moves',
    permission: 'service.supervise',
    summary: { fa: 'سپردن چند درخواست به همکاران دیگر', en: 'Assign several requests to other colleagues' },
    body: z.object({ moves: z.array(move).min(1).max(50), note: text(5000).default('') }),
    response: z.object({
      /** With the version after the move, by which it can be taken back. */
      moved: z.array(z.object({ customerId: id, requestId: id, version: z.number().int() })),
      /** What could not be moved, since it is not as it was or not in reach. */
      refused: z.array(z.object({ requestId: id, code: z.string() })),
    }),
  }),
  takeBack: route({
    method: 'POST',
    path: '/api/supervision/moves/taken-back',
    permission: 'service.supervise',
    summary: { fa: 'برگرداندن جابه‌جایی', en: 'Take moves back' },
    body: z.object({
      moves: z
        .array(z.object({ customerId: id, requestId: id, version: z.number().int() }))
        .min(1)
        .max(50),
    }),
    response: z.object({ count: z.number().int(), refused: z.array(z.object({ requestId: id, code: z.string() })) }),
  }),
}
