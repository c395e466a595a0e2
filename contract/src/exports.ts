import { z } from 'zod'
import { customerExportFormats } from './customers/files.ts'
import { customerFilters } from './customers/rows.ts'
import { id, instant, line, page, pageOf } from './fields.ts'
import { route } from './route.ts'

/** Above this many rows a list is taken out in the background. */
export const mostExportedAtOnce = 10_000
/** For so many days its owner can fetch what was taken out. */
export const exportKeptDays = 7

export const exportStates = ['waiting', 'working', 'done', 'failed', 'discarded', 'expired'] as const

/** A list that is, or was, taken out in the background: seen by its owner alone. */
export const exportView = z.object({
  id,
  list: z.enum(['customers']),
  format: z.enum(customerExportFormats),
  state: z.enum(exportStates),
  /** How many rows are written so far, of how many; null before they are counted. */
  rows: z.number().int(),
  total: z.number().int().nullable(),
  fileName: z.string().nullable(),
  bytes: z.number().int().nullable(),
  failure: z.object({ code: z.string(), fa: z.string(), en: z.string() }).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** Until when the file can be fetched. */
  expiresAt: instant.nullable(),
  can: z.object({ fetch: z.boolean(), discard: z.boolean() }),
})

const one = z.object({ exportId: id })

export const exportRoutes = {
  list: route({
    method: 'GET',
    path: '/api/exports',
    permission: 'customers.export',
    summary: { fa: 'خروجی‌های من', en: 'My exports' },
    query: page,
    response: pageOf(exportView),
  }),
  start: route({
    method: 'POST',
    path: '/api/exports',
    permission: 'customers.export',
    summary: { fa: 'گرفتن خروجی در پس‌زمینه', en: 'Take a list out in the background' },
    body: z.object({
      list: z.literal('customers'),
      filters: customerFilters,
      format: z.enum(customerExportFormats),
      /** Keys of columns in their order; none: all that may be read. */
      columns: z.array(line(80)).max(500),
    }),
    response: exportView,
  }),
  show: route({
    method: 'GET',
    path: '/api/exports/:exportId',
    permission: 'customers.export',
    summary: { fa: 'وضعیت خروجی', en: 'State of an export' },
    params: one,
    response: exportView,
  }),
  content: route({
    method: 'GET',
    path: '/api/exports/:exportId/content',
    permission: 'customers.export',
    summary: { fa: 'فایل خروجی', en: 'The file of an export' },
    params: one,
    transport: 'download',
  }),
  discard: route({
    method: 'POST',
    path: '/api/exports/:exportId/discard',
    permission: 'customers.export',
    summary: { fa: 'کنارگذاشتن خروجی', en: 'Discard an export' },
    params: one,
    response: exportView,
  }),
  /** Which columns an export of customers can have for this reader, in their order. */
  columns: route({
    method: 'GET',
    path: '/api/exports/columns',
    permission: 'customers.export',
    summary: { fa: 'ستون‌های خروجی مشتریان', en: 'Columns of an export of customers' },
    response: z.object({ columns: z.array(z.object({ key: z.string(), header: z.object({ fa: z.string(), en: z.string() }) })) }),
  }),
}
