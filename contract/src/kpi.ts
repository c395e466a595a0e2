import { z } from 'zod'
import { exportQuery } from './export.ts'
import { day, flag, id, instant, line, page, pageOf } from './fields.ts'
import { channels } from './interactions.ts'
import { route } from './route.ts'

/** The six service indicators, in the order of their definitions, and what one of them is made of. */
export const indicatorKeys = [
  'requests-per-day',
  'closed-per-person',
  'wait-until-response',
  'service-time',
  'exchanges-per-service',
  'requests-per-month',
  'service-time-parts',
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
  channel: z.enum(channels).optional(),
  /** Records of the customers in a segment, as far as their files are open to the reader. */
  segmentId: id.optional(),
})

export const bucketings = [
  'none',
  'day',
  'weekday',
  'month',
  'month-part',
  'hour',
  'weekday-hour',
  'person',
  'unit',
  'topic',
  'product',
  'channel',
  'state',
  'band',
] as const

const measures = ['sum', 'mean', 'median', 'p90'] as const
const units = ['requests', 'seconds', 'exchanges', 'share'] as const

/** Why a figure has no value. `not-yet`: what it measures has not happened yet; `too-young`: it cannot be told yet. */
const missing = z.enum(['not-recorded', 'not-yet-measured', 'no-records', 'not-yet', 'too-young'])

const words = z.object({ fa: z.string(), en: z.string() })

/** A number that may be missing, with why: never a zero in its place. */
const figure = z.object({
  value: z.number().nullable(),
  missing: missing.nullable(),
  /** How many values it is made of: records, or days or months where it is a number per day or per month. */
  count: z.number().int(),
  /** Where the figure lies with 95 % confidence; null where there are too few values to say. Of shares always, of percentiles when asked for. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable().optional(),
})

/** What a bucket says: how many records stand behind it and the figures over them. */
const bucket = z.object({
  /**
   * Day, weekday (0 Saturday), Jalali month `1403-05`, part of the month (`first` and `last` three days, `middle`), hour,
   * weekday and hour `0-13`, channel, state, or the id of a person, unit, topic or product (`none`: nobody, no topic); a
   * band of values by its place (`none`: no value); `all` for the whole period.
   */
  key: z.string(),
  count: z.number().int(),
  /** Records whose source does not tell the fact that the figures need. */
  notRecorded: z.number().int(),
  /** Records of which the fact may still come: not answered yet, or too young to tell. */
  notYet: z.number().int(),
  /** By key of the figure. A figure per day or per month is left out of buckets for which it says nothing. */
  figures: z.record(z.string(), figure),
})

export const indicator = z.object({
  key: z.enum(indicatorKeys),
  /** Unit of the indicator's main figures: seconds, requests, exchanges, share. */
  unit: z.enum(units),
  whole: bucket,
  /** In order of time, hour, weekday or band, empty ones included; people, topics and the like by number of records. */
  buckets: z.array(bucket),
  /** More people, topics or the like than are shown. */
  more: z.boolean(),
  by: z.enum(bucketings),
})

const key = z.object({ indicator: z.enum(indicatorKeys) })

/** Which records: of the whole period (`all`) or of one bucket of a cut. */
const ofBucket = { by: z.enum(bucketings).default('none'), bucket: line(60).default('all') }

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
          title: words,
          /** How it is counted, in words for the reader. */
          definition: words,
          unit: z.enum(units),
          bucketings: z.array(z.enum(bucketings)),
          /** The indicator of which this one is the parts: over the same period and filters they add up to it. */
          partsOf: z.enum(indicatorKeys).nullable(),
          /** The figure that says most. */
          main: z.string(),
          /** A sum or mean over records: what is explained where the indicator has changed. */
          explained: z.string(),
          /** The value whose distribution is shown, and where each band but the first begins; null where there is none. */
          bands: z.object({ value: z.string(), edges: z.array(z.number()) }).nullable(),
          /** What is known of each record behind the indicator. */
          values: z.array(words.extend({ key: z.string(), unit: z.enum(units) })),
          /**
           * The figures, the main one first: which value of the records (or of their number per day or per whole
           * month of the period), by which measure. A figure without a value is not measured yet.
           */
          figures: z.array(
            words.extend({
              key: z.string(),
              unit: z.enum(units),
              value: z.string().nullable(),
              measure: z.enum(measures).nullable(),
              per: z.enum(['record', 'day', 'month']),
            }),
          ),
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
    query: kpiFilters.extend({
      by: z.enum(bucketings).default('none'),
      /** Only the figures of this value: cheaper than all of them. */
      value: line(40).optional(),
      /** With the interval of each median and 90th percentile. */
      intervals: flag.optional(),
    }),
    response: indicator,
  }),
  /** The records behind a figure; their count and their values add up to it. */
  records: route({
    method: 'GET',
    path: '/api/kpi/:indicator/records',
    permission: 'kpi.read',
    summary: { fa: 'رکوردهای پشت یک عدد', en: 'The records behind a figure' },
    params: key,
    query: page.extend(kpiFilters.shape).extend(ofBucket),
    response: pageOf(
      z.object({
        /** Names the record among the others of the indicator: a request may leave several. */
        id,
        requestId: id,
        customerId: id,
        number: z.string(),
        subject: z.string(),
        at: instant,
        /** By whom: who registered, answered or resolved it, whichever the indicator is about. */
        personId: id.nullable(),
        state: z.enum(['known', 'not-recorded', 'not-yet']),
        /** The record's own part of each figure, by key of the value; null where there is none. */
        values: z.record(z.string(), z.number().nullable()),
      }),
    ),
  }) /** Of these records, those that the actor may take out of the house as requests. */,
  exportRecords: route({
    method: 'GET',
    path: '/api/kpi/:indicator/records/export',
    permission: 'service.export',
    summary: { fa: 'خروجی از رکوردهای پشت یک عدد', en: 'Export the records behind a figure' },
    params: key,
    query: kpiFilters.extend(ofBucket).extend(exportQuery.shape),
    transport: 'download',
  }),
}
