import { z } from 'zod'
import { id, instant, requiredLine } from './fields.ts'
import { accessClasses } from './permissions.ts'
import { route } from './route.ts'

/** What customers do, as far as it is counted: what fixed attributes are tested against. */
export const behaviours = [
  'requests-per-month',
  'reopened-share',
  'contacts-per-month',
  'visits-per-year',
  'answered-share',
  'purchases-per-year',
  'purchased-per-month',
] as const
export type Behaviour = (typeof behaviours)[number]

/** Attributes that are tested unless an administrator has reasons: none of these. */
export const guardedAttributes = ['gender', 'age'] as const

const verdicts = ['accepted', 'rejected'] as const

const relation = z.object({
  id,
  /** A field of the file, or `class:` and the id of a scheme. */
  attribute: z.string(),
  /** What it is called, where it is the organisation's own. */
  attributeName: z.string().nullable(),
  behaviour: z.enum(behaviours),
  accessClass: z.enum(accessClasses),
  /** Customers that were counted, and each group of them with its mean. */
  n: z.number().int(),
  groups: z.array(z.object({ key: z.string(), name: z.string().nullable(), n: z.number().int(), mean: z.number() })),
  /** Of two groups Cliff's delta of the second over the first; of more eta squared of ranks. */
  effect: z.enum(['cliffs-delta', 'eta-squared']),
  value: z.number(),
  /** The interval of 95 %. */
  low: z.number(),
  high: z.number(),
  p: z.number(),
  /** The share of false findings among all that are as sure as this one, over all tests of the run. */
  q: z.number(),
  method: z.enum(['asymptotic', 'permutation']),
  testedAt: instant,
  verdict: z.enum(verdicts).nullable(),
  note: z.string().nullable(),
  judgedBy: id.nullable(),
  judgedAt: instant.nullable(),
  /** Since it was judged, the data have come to say something else. */
  changed: z.boolean(),
  version: z.number().int(),
})

const run = z.object({
  id,
  state: z.enum(['waiting', 'working', 'done', 'failed']),
  askedBy: id.nullable(),
  askedAt: instant,
  endedAt: instant.nullable(),
  /** From 0 to 1. */
  share: z.number(),
  files: z.number().int(),
  tests: z.number().int(),
})

const guarded = z.object({
  attribute: z.enum(guardedAttributes),
  allowed: z.boolean(),
  reason: z.string().nullable(),
  by: id.nullable(),
  at: instant.nullable(),
})

export const testedRelationRoutes = {
  list: route({
    method: 'GET',
    path: '/api/tested-relations',
    permission: 'kpi.relations',
    summary: { fa: 'رابطهٔ ویژگی‌های ثابت با رفتار', en: 'What fixed attributes go together with' },
    query: z.object({
      verdict: z.enum(['open', ...verdicts]).default('open'),
      /** Also those that chance explains. */
      all: z.enum(['true', 'false']).default('false'),
    }),
    /** The surest first; of attributes that the reader may read. `rate`: findings are those below it. */
    response: z.object({ relations: z.array(relation), rate: z.number(), run: run.nullable(), guarded: z.array(guarded) }),
  }),
  run: route({
    method: 'POST',
    path: '/api/tested-relations/runs',
    permission: 'kpi.relations',
    summary: { fa: 'آزمودن رابطه‌ها', en: 'Test the relations' },
    response: run,
  }),
  judge: route({
    method: 'POST',
    path: '/api/tested-relations/:relationId/verdict',
    permission: 'kpi.relations',
    summary: { fa: 'پذیرفتن یا ردکردن یک رابطه', en: 'Accept or reject a relation' },
    params: z.object({ relationId: id }),
    /** Null takes a verdict back. */
    body: z.object({ verdict: z.enum(verdicts).nullable(), note: requiredLine(300).nullable().default(null), version: z.number().int() }),
    response: relation,
  }),
  guard: route({
    method: 'POST',
    path: '/api/tested-relations/guarded',
    permission: 'kpi.relations',
    summary: { fa: 'اجازه یا منع آزمودن یک ویژگی حساس', en: 'Allow or forbid testing a guarded attribute' },
    /** Allowing needs a reason, which stays in the trail. */
    body: z.object({ attribute: z.enum(guardedAttributes), allowed: z.boolean(), reason: requiredLine(300).nullable().default(null) }),
    response: guarded,
  }),
}
