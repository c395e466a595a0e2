import { z } from 'zod'
import { id, instant, page, pageOf, requiredLine } from '../fields.ts'
import { interactionKinds } from '../interactions.ts'
import { route } from '../route.ts'
import { condition } from './conditions.ts'

/** How much a contradiction says against a file. */
export const severities = ['low', 'medium', 'high'] as const
export type Severity = (typeof severities)[number]

/** Rules that come with the product: they can be switched off and weighed, not removed. */
export const builtInRules = ['city-of-visits', 'area-code', 'wrong-number', 'doubted-value', 'kind-by-name'] as const
export type BuiltInRule = (typeof builtInRules)[number]

/** What calls, visits and parcels tell that a fixed field can be held against. */
export const observedFacts = ['cityId', 'channel'] as const

const fieldKey = z
  .string()
  .max(60)
  .regex(/^[a-zA-Z][a-zA-Z0-9._-]*$/u)

/**
 * What should not be: that a fixed field says one thing and most of what was seen lately another, or that a condition
 * holds of a file at all.
 */
const ownRule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('observed'),
    field: fieldKey,
    observed: z.enum(observedFacts),
    /** What is looked at. */
    among: z.array(z.enum(interactionKinds)).min(1).max(interactionKinds.length),
    /** How many times it must have been seen, and which share of the times it must have been the same. */
    least: z.number().int().min(1).max(50),
    share: z.number().min(0.5).max(1),
    days: z.number().int().min(1).max(3650),
  }),
  z.object({ kind: z.literal('condition'), where: condition }),
])

const ruleInput = z.object({
  name: requiredLine(120),
  /** What whoever deals with it is asked. */
  question: requiredLine(300),
  severity: z.enum(severities),
  active: z.boolean(),
  rule: ownRule,
})

const consistencyRule = z.object({
  id,
  builtIn: z.enum(builtInRules).nullable(),
  /** Of a built-in rule empty: the screen has its words. */
  name: z.string(),
  question: z.string(),
  severity: z.enum(severities),
  active: z.boolean(),
  rule: ownRule.nullable(),
  version: z.number().int(),
  /** How far the files have been looked through since the rule last changed; null when they all have. */
  looking: z.object({ files: z.number().int() }).nullable(),
})

export const contradictionStates = ['open', 'corrected', 'kept', 'dismissed', 'gone'] as const

/** One side of a contradiction, ready to be drawn. */
const side = z.object({
  as: z.enum(['city', 'county', 'province', 'phone', 'text', 'kind', 'channel', 'note', 'condition']),
  value: z.union([z.string(), z.number(), z.null()]),
  /** Seen so many times, out of so many. */
  count: z.number().int().optional(),
  of: z.number().int().optional(),
})

const contradiction = z.object({
  customerId: id,
  customerName: z.string(),
  customerCode: z.string(),
  id,
  rule: consistencyRule.pick({ id: true, builtIn: true, name: true, question: true }),
  /** The path of the fixed value; empty where a condition speaks of several. */
  field: z.string(),
  stated: side,
  observed: side,
  /** The calls, visits and parcels behind it that the reader may see. */
  evidence: z.array(z.object({ id, kind: z.string(), at: instant, personId: id.nullable() })),
  severity: z.enum(severities),
  state: z.enum(contradictionStates),
  openedAt: instant,
  closedAt: instant.nullable(),
  closedBy: id.nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
  can: z.object({ settle: z.boolean(), correct: z.boolean() }),
})

const filters = z.object({
  state: z.enum(['open', 'settled']).default('open'),
  severity: z.enum(severities).optional(),
  ruleId: id.optional(),
  unitId: id.optional(),
  ownerId: id.optional(),
  customerId: id.optional(),
})

const params = z.object({ customerId: id, contradictionId: id })

export const consistencyRoutes = {
  list: route({
    method: 'GET',
    path: '/api/contradictions',
    permission: 'customers.read',
    summary: { fa: 'مغایرت‌های پرونده‌ها', en: 'Contradictions in files' },
    /** The newest first, over all files that the reader may see or of one of them. */
    query: page.extend(filters.shape),
    response: pageOf(contradiction),
  }),
  count: route({
    method: 'GET',
    path: '/api/contradictions/count',
    permission: 'customers.read',
    summary: { fa: 'شمار مغایرت‌ها', en: 'Count contradictions' },
    query: filters,
    /** Exact up to a thousand; above that `more` is true. */
    response: z.object({ count: z.number().int(), more: z.boolean() }),
  }),
  settle: route({
    method: 'POST',
    path: '/api/customers/:customerId/contradictions/:contradictionId',
    permission: 'customers.write',
    summary: { fa: 'رسیدگی به یک مغایرت', en: 'Settle a contradiction' },
    params,
    /**
     * `correct` writes what was seen in place of the fixed value; `keep` holds to the value and says why; `dismiss` says
     * that the rule is wrong here; `reopen` takes either of the last two back.
     */
    body: z.object({
      decision: z.enum(['correct', 'keep', 'dismiss', 'reopen']),
      reason: requiredLine(300).nullable().default(null),
      version: z.number().int(),
    }),
    response: contradiction,
  }),
  rules: route({
    method: 'GET',
    path: '/api/consistency-rules',
    permission: 'customers.read',
    summary: { fa: 'قاعده‌های سازگاری', en: 'Consistency rules' },
    response: z.object({ rules: z.array(consistencyRule) }),
  }),
  addRule: route({
    method: 'POST',
    path: '/api/consistency-rules',
    permission: 'customers.consistency',
    summary: { fa: 'افزودن قاعدهٔ سازگاری', en: 'Add a consistency rule' },
    body: ruleInput,
    response: consistencyRule,
  }),
  changeRule: route({
    method: 'PUT',
    path: '/api/consistency-rules/:ruleId',
    permission: 'customers.consistency',
    summary: { fa: 'تغییر قاعدهٔ سازگاری', en: 'Change a consistency rule' },
    params: z.object({ ruleId: id }),
    /** Of a built-in rule only `severity` and `active` are taken. */
    body: ruleInput.partial().extend({ version: z.number().int() }),
    response: consistencyRule,
  }),
  removeRule: route({
    method: 'DELETE',
    path: '/api/consistency-rules/:ruleId',
    permission: 'customers.consistency',
    summary: { fa: 'برداشتن قاعدهٔ سازگاری', en: 'Remove a consistency rule' },
    params: z.object({ ruleId: id }),
  }),
  trust: route({
    method: 'GET',
    path: '/api/customers/:customerId/trust',
    permission: 'customers.read',
    summary: { fa: 'اعتماد به داده‌های پرونده و دلیل‌های آن', en: "A file's trust and its reasons" },
    params: z.object({ customerId: id }),
    response: z.object({
      /** Between 0 and 1; null until it has been reckoned. */
      trust: z.number().nullable(),
      /** What raises or lowers it, by what the reader may see of the file. */
      reasons: z.array(
        z.object({
          key: z.enum(['values', 'verified', 'completeness', 'agreements', 'freshness', 'contradictions', 'provisional']),
          /** In log-odds: above zero it raises the trust. */
          weight: z.number(),
          /** How many: values confirmed, numbers verified, agreements, contradictions; months since the last confirmation. */
          count: z.number(),
          of: z.number().nullable(),
        }),
      ),
      /** Whether there is more in the file than the reader may see, which counts as well. */
      partial: z.boolean(),
    }),
  }),
}
