import { z } from 'zod'
import { day, id, instant, page, pageOf } from './fields.ts'
import { route } from './route.ts'

/** The six service indicators, in the order of their definitions. */
export const indicatorKeys = [
  'requests-per-day',
  'closed-per-person',
  'wait-until-response',
  'service-time',
  'exchanges-per-service',
  'requests-per-month',
] as const
export type IndicatorKey = (typeof indicatorKeys)[number]

export const kpiFilters = z.object({
  /** First local day of the period. */
  from: day,
  /** The day after the last: periods are half-open. */
  to: day,
  unitId: id.optional(),
  personId: id.optional(),
  productId: id.optional(),
  topicId: id.optional(),
})

export const bucketings = ['none', 'day', 'weekday', 'month', 'hour', 'person', 'topic'] as const

/** A number that may be missing, with why: never a zero in its place. */
const figure = z.object({
  value: z.number().nullable(),
  missing: z.enum(['not-recorded', 'not-yet-measured', 'no-records', 'too-young']).nullable(),
})

/** What a bucket says: how many records stand behind it and the figures over them. */
const bucket = z.object({
  /** Day, weekday (0 Saturday), Jalali month `1403-05`, hour, person or topic id; `all` for the whole period. */
  key: z.string(),
  count: z.number().int(),
  /** Records without the fact that the figures need. */
  notRecorded: z.number().int(),
  figures: z.record(z.string(), figure),
})

export const indicator = z.object({
  key: z.enum(indicatorKeys),
  /** Unit of the figures: seconds, requests, exchanges, share. */
  unit: z.enum(['requests', 'seconds', 'exchanges', 'share']),
  whole: bucket,
  buckets: z.array(bucket),
  by: z.enum(bucketings),
})

const key = z.object({ indicator: z.enum(indicatorKeys) })

export const kpiRoutes = {
  list: route({
    method: 'GET',
    path: '/api/kpi',
    permission: 'kpi.read',
    summary: { fa: 'شاخص‌ها و تعریف آن‌ها', en: 'Indicators and their definitions' },
    response: z.object({
      indicators: z.array(
        z.object({
          key: z.enum(indicatorKeys),
          title: z.object({ fa: z.string(), en: z.string() }),
          /** How it is counted, in words for the reader. */
          definition: z.object({ fa: z.string(), en: z.string() }),
          unit: z.enum(['requests', 'seconds', 'exchanges', 'share']),
          bucketings: z.array(z.enum(bucketings)),
          figures: z.array(z.object({ key: z.string(), fa: z.string(), en: z.string() })),
        }),
      ),
    }),
  }),
  show: route({
    method: 'GET',
    path: '/api/kpi/:indicator',
    permission: 'kpi.read',
    summary: { fa: 'یک شاخص در یک بازه', en: 'One indicator over a period' },
    params: key,
    query: kpiFilters.extend({ by: z.enum(bucketings).default('none') }),
    response: indicator,
  }),
  /** The records behind a figure; their count and their values add up to it. */
  records: route({
    method: 'GET',
    path: '/api/kpi/:indicator/records',
    permission: 'kpi.read',
    summary: { fa: 'رکوردهای پشت یک عدد', en: 'The records behind a figure' },
    params: key,
    query: page.extend(kpiFilters.shape).extend({ by: z.enum(bucketings).default('none'), bucket: z.string().max(60).default('all') }),
    response: pageOf(
      z.object({
        requestId: id,
        customerId: id,
        number: z.string(),
        subject: z.string(),
        at: instant,
        personId: id.nullable(),
        /** The record's own part of the figure; null where it was not recorded. */
        values: z.record(z.string(), z.number().nullable()),
      }),
    ),
  }),
}
