import { z } from 'zod'
import { customerImportRoutes } from './customer-imports.ts'
import { customerMapping } from './customer-mapping.ts'
import { exportQuery } from './export.ts'
import { id, instant, line, page, pageOf } from './fields.ts'
import { filePreview, importKinds, importView, rowProblem } from './import-views.ts'
import { ledgerImportRoutes } from './ledger-imports.ts'
import { ledgerMapping } from './ledger-mapping.ts'
import { requestMapping } from './request-mapping.ts'
import { route } from './route.ts'

const one = z.object({ importId: id })

export const importRoutes = {
  ...customerImportRoutes,
  ...ledgerImportRoutes,
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
      ledgers: z.array(z.object({ id, name: z.string(), mapping: ledgerMapping, savedAt: instant })),
    }),
  }),
}
