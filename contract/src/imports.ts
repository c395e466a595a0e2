import { z } from 'zod'
import { customerCounts, customerMapping } from './customer-mapping.ts'
import { exportQuery } from './export.ts'
import { id, instant, line, page, pageOf } from './fields.ts'
import { requestMapping } from './request-mapping.ts'
import { route } from './route.ts'

/** What the rows of a file are: the past of requests, or customers. */
export const importKinds = ['requests', 'customers'] as const

/**
 * `staging`: the file is being read; `loading`: what was read becomes requests, all at once at its end, or customers'
 * files, some hundreds at a time; `checking`: customers' rows are tried without a write, `checked`: they were;
 * `paused`: by a person, or because the file is broken (see `failure`); `failed`: something unexpected, which may be
 * tried again; `undoing`: what came in is being taken back, `undone`: it was.
 */
export const importStates = [
  'uploaded',
  'staging',
  'loading',
  'paused',
  'done',
  'discarded',
  'failed',
  'checking',
  'checked',
  'undoing',
  'undone',
] as const

/** What an import brought: all zero but the rows when everything in the file was known already. */
export const importResult = z.object({
  requests: z.number().int(),
  events: z.number().int(),
  employees: z.number().int(),
  /** Those named in any row; the customer of a request is the one of its last event. */
  customers: z.number().int(),
  customersWithRequests: z.number().int(),
  products: z.number().int(),
  notClosed: z.number().int(),
  rowsRead: z.number().int(),
  rowsKnown: z.number().int(),
  rowsRefused: z.number().int(),
  seconds: z.number(),
})
export type ImportResult = z.infer<typeof importResult>

/** What taking an import of customers back did, or would do. */
export const undoCounts = z.object({
  /** Files that the import made, and that nobody has worked on since, go. */
  removed: z.number().int(),
  /** Files that it changed get back the values that nobody has changed since. */
  restored: z.number().int(),
  /** Files that stay as they are: they were worked on since. */
  kept: z.number().int(),
})

const rowProblem = z.object({ row: z.number().int(), column: z.string().nullable(), code: z.string(), fa: z.string(), en: z.string() })

export const importView = z.object({
  id,
  kind: z.enum(importKinds),
  fileName: z.string(),
  bytes: z.number().int(),
  state: z.enum(importStates),
  mapping: requestMapping.nullable(),
  customerMapping: customerMapping.nullable(),
  mappingName: z.string().nullable(),
  rowsRead: z.number().int(),
  rowsRefused: z.number().int(),
  /** Rows that an earlier import of the same source brought already. */
  rowsKnown: z.number().int(),
  rowsLoaded: z.number().int(),
  requestsLoaded: z.number().int(),
  /** Share done of the present step, 0 to 1; null where the size is not known. */
  progress: z.number().nullable(),
  result: importResult.nullable(),
  /** Of customers: what became of the rows so far. */
  customers: customerCounts.nullable(),
  /** Of customers: what would become of the rows, by the last trial of all of them. */
  trial: customerCounts.nullable(),
  undone: undoCounts.nullable(),
  /** Why it stands still. Resuming an import whose file is broken loads what could be read of it. */
  failure: z.object({ code: z.string(), fa: z.string(), en: z.string() }).nullable(),
  createdAt: instant,
  createdBy: id.nullable(),
  finishedAt: instant.nullable(),
  can: z.object({ start: z.boolean(), pause: z.boolean(), resume: z.boolean(), discard: z.boolean(), undo: z.boolean() }),
})

const fileFormat = z.object({
  kind: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  compressed: z.boolean(),
})

const lookedAtColumn = z.object({
  name: z.string(),
  emptyShare: z.number(),
  common: z.array(z.object({ value: z.string(), count: z.number() })),
  distinct: z.number().int(),
  dateFormat: z.string().nullable(),
  /** Set when another format reads as much: only a person can tell which is meant. */
  dateAmbiguous: z.boolean(),
  dateAlternatives: z.array(z.string()),
})

/** What the file looks like: format, columns, first rows, guesses. */
const filePreview = z.object({
  format: fileFormat,
  columns: z.array(lookedAtColumn),
  rows: z.array(z.array(z.string())),
  /** Set when the file breaks off within what was looked at. */
  failure: z.object({ code: z.string(), fa: z.string(), en: z.string() }).nullable(),
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
  export: route({
    method: 'GET',
    path: '/api/imports/export',
    permission: 'imports.run',
    summary: { fa: 'خروجی از فهرست درون‌ریزی‌ها', en: 'Export the list of imports' },
    query: exportQuery,
    transport: 'download',
  }),
  upload: route({
    method: 'POST',
    path: '/api/imports',
    permission: 'imports.run',
    summary: { fa: 'بارگذاری فایل', en: 'Upload a file' },
    query: z.object({ kind: z.enum(importKinds).default('requests') }),
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
    response: filePreview.extend({
      /** As far as the names of the columns tell; `columns.number` is empty where they do not. */
      suggestion: requestMapping,
    }),
  }),
  /** The same for a file of customers; the suggestion is the mapping that a file with these columns had last, else a guess. */
  previewCustomers: route({
    method: 'GET',
    path: '/api/imports/:importId/customers/preview',
    permission: 'imports.run',
    summary: { fa: 'پیش‌نمایش فایل مشتریان و نگاشت پیشنهادی', en: 'Preview of a file of customers and a suggested mapping' },
    params: one,
    response: filePreview.extend({
      suggestion: customerMapping,
      /** The name of the saved mapping that the suggestion is, if it is one. */
      remembered: z.string().nullable(),
      /** National codes among the first rows that seem to have lost their zeros. */
      shortCodes: z.number().int(),
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
        z.object({
          number: z.string(),
          customer: z.string().nullable(),
          events: z.array(z.object({ at: instant, kind: z.string(), employee: z.string().nullable(), label: z.string() })),
        }),
      ),
      problems: z.array(rowProblem),
      rowsTried: z.number().int(),
    }),
  }),
  /** Tries a mapping of customers on the first rows: what each cell is read as, and what is wrong with it. */
  tryCustomers: route({
    method: 'POST',
    path: '/api/imports/:importId/customers/try',
    permission: 'imports.run',
    summary: { fa: 'آزمودن نگاشت مشتریان روی ردیف‌های نخست', en: 'Try a mapping of customers on the first rows' },
    params: one,
    body: customerMapping,
    response: z.object({
      rows: z.array(
        z.object({
          row: z.number().int(),
          outcome: z.enum(['created', 'updated', 'same', 'skipped', 'repeated', 'ambiguous', 'refused']),
          /** By column of the file: as it would be kept, or null where it would not be. */
          cells: z.record(z.string(), z.string().nullable()),
        }),
      ),
      problems: z.array(rowProblem.extend({ kept: z.boolean() })),
      rowsTried: z.number().int(),
    }),
  }),
  /** Starts an import of customers, or, with `trial`, goes through all its rows without writing and tells what would become of them. */
  startCustomers: route({
    method: 'POST',
    path: '/api/imports/:importId/customers/start',
    permission: 'imports.run',
    summary: {
      fa: 'آغاز درون‌ریزی مشتریان، یا آزمون همهٔ ردیف‌ها بی‌نوشتن',
      en: 'Start an import of customers, or try all its rows without writing',
    },
    params: one,
    body: z.object({ mapping: customerMapping, saveAs: line(100).nullable(), trial: z.boolean() }),
    response: importView,
  }),
  undoPreview: route({
    method: 'GET',
    path: '/api/imports/:importId/undo',
    permission: 'imports.run',
    summary: { fa: 'پیش‌نمایش پس‌گرفتن درون‌ریزی', en: 'What taking the import back would do' },
    params: one,
    /** Counted up to 10,000 files; above that `more` is true. */
    response: undoCounts.extend({ more: z.boolean() }),
  }),
  undo: route({
    method: 'POST',
    path: '/api/imports/:importId/undo',
    permission: 'imports.run',
    summary: { fa: 'پس‌گرفتن درون‌ریزی مشتریان', en: 'Take an import of customers back' },
    params: one,
    response: importView,
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
    summary: { fa: 'ادامه، یا بارکردن آنچه از فایل خراب خوانده شد', en: 'Resume, or load what was read of a broken file' },
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
    response: z.object({
      mappings: z.array(z.object({ id, name: z.string(), mapping: requestMapping, savedAt: instant })),
      customers: z.array(z.object({ id, name: z.string(), mapping: customerMapping, savedAt: instant })),
    }),
  }),
}
