import { z } from 'zod'
import { id, instant, line, page, pageOf, requiredLine } from './fields.ts'
import { route } from './route.ts'
import { requestEventKinds } from './service/requests.ts'

export const importStates = ['uploaded', 'staging', 'staged', 'loading', 'paused', 'done', 'discarded', 'failed'] as const

const column = line(200)

/** How the columns of a file become requests. One row is an event of a request, or a whole request. */
export const requestMapping = z.object({
  kind: z.enum(['event-log', 'ticket-table']),
  /** Names the system the file comes from: keys of requests, customers and people are unique within it. */
  source: requiredLine(60),
  zone: z.string().max(60),
  /** Date format by column, as `parse-date` names it; a column left out is guessed. */
  dateFormats: z.record(z.string(), z.string().max(60)).default({}),
  /** Cell values that mean "missing", such as `?`. */
  missing: z.array(z.string().max(40)).max(20).default([]),
  columns: z.object({
    number: column,
    customer: column.optional(),
    customerName: column.optional(),
    employee: column.optional(),
    unit: column.optional(),
    product: column.optional(),
    topic: column.optional(),
    priority: column.optional(),
    channel: column.optional(),
    subject: column.optional(),
    outcome: column.optional(),
    /** Event log: when and what. */
    at: column.optional(),
    activity: column.optional(),
    /** Ticket table (or a log that repeats them on each row): the moments themselves. */
    reportedAt: column.optional(),
    registeredAt: column.optional(),
    firstResponseAt: column.optional(),
    resolvedAt: column.optional(),
    closedAt: column.optional(),
    resolvedBy: column.optional(),
    reopenedCount: column.optional(),
  }),
  /** Event log: which activity is which event; `first` and `last` bind an event to the position in the ticket. */
  activities: z
    .record(z.string(), z.object({ event: z.enum(requestEventKinds), outcome: z.string().max(20).optional(), waitOn: z.enum(['customer', 'third-party']).optional() }))
    .default({}),
  /** Event log: whether the first event of a ticket registers it whatever its activity. */
  firstEventRegisters: z.boolean().default(true),
  firstResponseRecorded: z.boolean().default(false),
  priorities: z.record(z.string(), z.enum(['low', 'normal', 'high', 'urgent'])).default({}),
  channels: z.record(z.string(), z.string().max(20)).default({}),
  /** Rows without a customer: refuse them, or file them under one provisional customer. */
  withoutCustomer: z.enum(['refuse', 'provisional']).default('provisional'),
})
export type RequestMapping = z.infer<typeof requestMapping>

export const importView = z.object({
  id,
  fileName: z.string(),
  state: z.enum(importStates),
  mapping: requestMapping.nullable(),
  mappingName: z.string().nullable(),
  rowsRead: z.number().int(),
  rowsRefused: z.number().int(),
  rowsKnown: z.number().int(),
  rowsLoaded: z.number().int(),
  requestsLoaded: z.number().int(),
  /** Share done of the present step, 0 to 1; null where the size is not known. */
  progress: z.number().nullable(),
  result: z.record(z.string(), z.number()).nullable(),
  failure: z.object({ code: z.string(), fa: z.string(), en: z.string() }).nullable(),
  createdAt: instant,
  createdBy: id.nullable(),
  finishedAt: instant.nullable(),
  can: z.object({ start: z.boolean(), pause: z.boolean(), resume: z.boolean(), discard: z.boolean() }),
})

const one = z.object({ importId: id })

export const importRoutes = {
  list: route({
    method: 'GET',
    path: '/api/imports',
    permission: 'imports.run',
    summary: { fa: 'درون‌ریزی‌ها', en: 'Imports' },
    query: page,
    response: pageOf(importView),
  }),
  upload: route({
    method: 'POST',
    path: '/api/imports',
    permission: 'imports.run',
    summary: { fa: 'بارگذاری فایل', en: 'Upload a file' },
    response: importView,
    transport: 'upload',
    bodyLimit: 2 * 1024 * 1024 * 1024,
  }),
  show: route({
    method: 'GET',
    path: '/api/imports/:importId',
    permission: 'imports.run',
    summary: { fa: 'وضعیت درون‌ریزی', en: 'State of an import' },
    params: one,
    response: importView,
  }),
  /** What the file looks like: format, columns, first rows, guesses, a suggested mapping. */
  preview: route({
    method: 'GET',
    path: '/api/imports/:importId/preview',
    permission: 'imports.run',
    summary: { fa: 'پیش‌نمایش فایل و نگاشت پیشنهادی', en: 'Preview of the file and a suggested mapping' },
    params: one,
    response: z.object({
      format: z.object({ kind: z.string(), encoding: z.string().nullable(), delimiter: z.string().nullable(), sheet: z.string().nullable(), compressed: z.boolean() }),
      columns: z.array(
        z.object({
          name: z.string(),
          emptyShare: z.number(),
          common: z.array(z.object({ value: z.string(), count: z.number() })),
          distinct: z.number().int(),
          dateFormat: z.string().nullable(),
          dateAmbiguous: z.boolean(),
        }),
      ),
      rows: z.array(z.array(z.string())),
      suggestion: requestMapping.partial(),
    }),
  }),
  /** Tries a mapping on the first rows without keeping anything. */
  tryMapping: route({
    method: 'POST',
    path: '/api/imports/:importId/try',
    permission: 'imports.run',
    summary: { fa: 'آزمودن نگاشت', en: 'Try a mapping' },
    params: one,
    body: requestMapping,
    response: z.object({
      requests: z.array(
        z.object({ number: z.string(), customer: z.string().nullable(), events: z.array(z.object({ at: instant, kind: z.string(), employee: z.string().nullable(), label: z.string() })) }),
      ),
      problems: z.array(z.object({ row: z.number().int(), column: z.string().nullable(), code: z.string(), fa: z.string(), en: z.string() })),
      rowsTried: z.number().int(),
    }),
  }),
  start: route({
    method: 'POST',
    path: '/api/imports/:importId/start',
    permission: 'imports.run',
    summary: { fa: 'آغاز درون‌ریزی', en: 'Start the import' },
    params: one,
    body: z.object({ mapping: requestMapping, saveAs: line(100).nullable() }),
    response: importView,
  }),
  pause: route({
    method: 'POST',
    path: '/api/imports/:importId/pause',
    permission: 'imports.run',
    summary: { fa: 'مکث', en: 'Pause' },
    params: one,
    response: importView,
  }),
  resume: route({
    method: 'POST',
    path: '/api/imports/:importId/resume',
    permission: 'imports.run',
    summary: { fa: 'ادامه', en: 'Resume' },
    params: one,
    response: importView,
  }),
  discard: route({
    method: 'POST',
    path: '/api/imports/:importId/discard',
    permission: 'imports.run',
    summary: { fa: 'کنارگذاشتن', en: 'Discard' },
    params: one,
    response: importView,
  }),
  errors: route({
    method: 'GET',
    path: '/api/imports/:importId/errors',
    permission: 'imports.run',
    summary: { fa: 'فایل خطاها (سطر، ستون، علت)', en: 'The error file (row, column, reason)' },
    params: one,
    transport: 'download',
  }),
  mappings: route({
    method: 'GET',
    path: '/api/import-mappings',
    permission: 'imports.run',
    summary: { fa: 'نگاشت‌های ذخیره‌شده', en: 'Saved mappings' },
    response: z.object({ mappings: z.array(z.object({ id, name: z.string(), mapping: requestMapping, savedAt: instant })) }),
  }),
}
