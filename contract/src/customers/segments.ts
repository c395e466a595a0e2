import { z } from 'zod'
import { mostNamed } from '../bulk.ts'
import { day, id, instant, requiredLine, text } from '../fields.ts'
import { viewAudiences } from '../identity/views.ts'
import { foldForStorage } from '../persian/index.ts'
import { route } from '../route.ts'
import { condition } from './conditions.ts'
import type { Condition } from './conditions.ts'
import { customerFilters } from './rows.ts'

/** A segment's members are put in and taken out by hand, or are whoever fits its rule at the time. */
export const segmentKinds = ['static', 'rule'] as const

/** How many segments one person may keep. */
export const mostSegments = 200

const about = z.object({
  name: requiredLine(80).refine((name) => foldForStorage(name) !== ''),
  description: text(1000),
  audience: z.enum(viewAudiences),
})

/** A rule as it was kept: it was a condition when it came in, and is not measured again on its way out. */
const keptCondition = z.unknown().meta({ description: 'A condition, or null' }) as z.ZodType<Condition | null, Condition | null>

export const segment = about.extend({
  id,
  kind: z.enum(segmentKinds),
  /** The rule; null where members are put in by hand. What a field out of the reader's sight is compared with is left out. */
  condition: keptCondition,
  ownerId: id,
  ownerName: z.string(),
  mine: z.boolean(),
  /** False where its rule asks about a field that is no longer there, or that its owner may no longer read. */
  usable: z.boolean(),
  version: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
  can: z.object({ change: z.boolean() }),
})
export type Segment = z.output<typeof segment>

/**
 * How many of the files that the reader may see are in it: exact up to ten thousand; beyond, what a sample of all files
 * leads to expect, between `low` and `high` nineteen times out of twenty.
 */
export const segmentSize = z.object({ count: z.number().int(), isExact: z.boolean(), low: z.number().int(), high: z.number().int() })

const which = z.union([z.object({ ids: z.array(id).min(1).max(mostNamed) }), z.object({ filters: customerFilters })])
const one = z.object({ segmentId: id })

/** Segments: named sets of customers. Whoever may not read what a rule asks about is not told of the segment. */
export const segmentRoutes = {
  list: route({
    method: 'GET',
    path: '/api/segments',
    permission: 'customers.read',
    summary: { fa: 'گروه‌های مشتریان', en: 'Segments of customers' },
    /** One's own, those of one's unit and those for everyone, by name; at most 500. `canShareWithAll`: `all` may be chosen. */
    response: z.object({ segments: z.array(segment), canShareWithAll: z.boolean() }),
  }),
  show: route({
    method: 'GET',
    path: '/api/segments/:segmentId',
    permission: 'customers.read',
    summary: { fa: 'یک گروه مشتریان', en: 'A segment' },
    params: one,
    response: segment,
  }),
  create: route({
    method: 'POST',
    path: '/api/segments',
    permission: 'customers.read',
    summary: { fa: 'ساختن گروه مشتریان', en: 'Create a segment' },
    /** With a condition it goes by rule; without, its members are put in by hand, the first of them at once if given. */
    body: about.extend({ condition: condition.nullable(), members: which.optional() }),
    response: segment,
  }),
  change: route({
    method: 'PATCH',
    path: '/api/segments/:segmentId',
    permission: 'customers.read',
    summary: { fa: 'تغییر گروه مشتریان', en: 'Change a segment' },
    params: one,
    /** What is left out stays. A segment by rule stays one, and one by hand too. */
    body: about.partial().extend({ condition: condition.optional(), version: z.number().int() }),
    response: segment,
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/segments/:segmentId',
    permission: 'customers.read',
    summary: { fa: 'حذف گروه مشتریان', en: 'Remove a segment' },
    params: one,
  }),
  restore: route({
    method: 'POST',
    path: '/api/segments/:segmentId/restore',
    permission: 'customers.read',
    summary: { fa: 'برگرداندن گروه حذف‌شده', en: 'Put a removed segment back' },
    params: one,
    response: segment,
  }),
  size: route({
    method: 'GET',
    path: '/api/segments/:segmentId/size',
    permission: 'customers.read',
    summary: { fa: 'شمار مشتریان یک گروه', en: 'How many customers are in a segment' },
    params: one,
    response: segmentSize,
  }),
  measure: route({
    method: 'POST',
    path: '/api/segments/measure',
    permission: 'customers.read',
    summary: { fa: 'شمار مشتریانی که به یک شرط می‌خورند', en: 'How many customers fit a condition' },
    body: z.object({ condition }),
    response: segmentSize,
  }),
  history: route({
    method: 'GET',
    path: '/api/segments/:segmentId/history',
    permission: 'customers.read',
    summary: { fa: 'شمار مشتریان گروه، روز به روز', en: 'The size of a segment day by day' },
    params: one,
    query: z.object({ from: day.optional(), to: day.optional() }),
    /**
     * Counted every night, and when the segment changes, over all files; so it is for those who see all files. To others
     * `isShown` is false. From `from` to `to`, both included; by themselves the last ninety days; at most 800 days.
     */
    response: z.object({ isShown: z.boolean(), days: z.array(z.object({ day, count: z.number().int() })) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/segments/:segmentId/members',
    permission: 'customers.read',
    summary: { fa: 'افزودن مشتریان به گروه', en: 'Add customers to a segment' },
    params: one,
    /** `changeId` names the change: asked for twice it is made once, and by it what was added can be taken out again. */
    body: z.object({ which, changeId: id }),
    response: z.object({ added: z.number().int(), there: z.number().int() }),
  }),
  take: route({
    method: 'POST',
    path: '/api/segments/:segmentId/members/remove',
    permission: 'customers.read',
    summary: { fa: 'برداشتن مشتریان از گروه', en: 'Take customers out of a segment' },
    params: one,
    /** With `changeId`: those that this change put in. */
    body: z.union([z.object({ which }), z.object({ changeId: id })]),
    response: z.object({ removed: z.number().int() }),
  }),
}
