import { z } from 'zod'
import { failures } from './failures.ts'
import type { FailureCode } from './failures.ts'
import { id, instant, page, pageOf } from './fields.ts'
import { route } from './route.ts'

/** How many rows can be named by their ids, and how many that fit filters are counted and judged one by one. */
export const mostNamed = 1000
export const mostChosen = 10_000
export const bulkNouns = ['customers', 'requests'] as const

const failureCode = z.enum(Object.keys(failures) as [FailureCode, ...FailureCode[]])
const counted = z.array(z.object({ code: failureCode, count: z.number().int() }))
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** What a change of many rows would do; nothing has been done. Rows out of sight are not in it, or are `not-found`. */
export const bulkPreview = z.object({
  /** Rows chosen; `more` when the filters fit more than can be changed at once. */
  total: z.number().int(),
  more: z.boolean(),
  /**
   * How many of them were judged: all, up to ten thousand. Of more a few thousand are drawn by lot, and every figure here
   * is then what these lead to expect.
   */
  judged: z.number().int(),
  changes: z.number().int(),
  /** Rows that are already as they would become. */
  same: z.number().int(),
  refused: counted,
  /** A few of the rows that would change, with the values that differ: ids where the value is one of people, units... */
  sample: z.array(z.object({ customerId: id, id, label: z.string(), before: values, after: values })),
})

/**
 * A change of many rows, from the moment it was asked for. Rows are dealt with one by one, each by its own rules. Those of
 * filters are chosen while it goes on, some hundreds at a time, as whoever asked may see them then; each comes up once.
 */
export const bulkView = z.object({
  id,
  noun: z.enum(bulkNouns),
  state: z.enum(['working', 'stopped', 'done', 'undoing', 'undone']),
  /** Rows that there are to deal with. By filters this is known for sure only at the end; until then `isExact` is false. */
  total: z.number().int(),
  isExact: z.boolean(),
  /** Rows dealt with so far. */
  done: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: counted,
  startedAt: instant,
  /** Until when it can be put back; while it goes on it can be at any time, and this begins anew when it is done. */
  undoUntil: instant,
  /** Why it stopped by itself: whoever asked may no longer see or do what they asked for. */
  stoppedBy: failureCode.nullable(),
  can: z.object({ undo: z.boolean(), stop: z.boolean(), goOn: z.boolean() }),
  /** Of the changed rows, those put back so far, and those that could not be: somebody changed them since, say. */
  putBack: z.number().int(),
  notPutBack: counted,
})
export type BulkView = z.infer<typeof bulkView>

/** The name that the caller gives a change, so that asking twice is asking once. */
export const bulkId = z.object({ id })

const one = z.object({ bulkId: id })

/** Changes of many rows; they are seen and put back by whoever made them. */
export const bulkRoutes = {
  list: route({
    method: 'GET',
    path: '/api/bulk',
    permission: 'signed-in',
    summary: { fa: 'تغییرهای گروهی خودم، تازه‌ترین نخست', en: 'My changes of many rows, newest first' },
    /** They are kept for a week. */
    query: page.extend({ noun: z.enum(bulkNouns) }),
    response: pageOf(bulkView),
  }),
  show: route({
    method: 'GET',
    path: '/api/bulk/:bulkId',
    permission: 'signed-in',
    summary: { fa: 'پیشرفت و نتیجهٔ تغییر گروهی', en: 'Progress and result of a change of many rows' },
    params: one,
    response: bulkView,
  }),
  /** Rows that were refused, or could not be put back. */
  refusals: route({
    method: 'GET',
    path: '/api/bulk/:bulkId/refusals',
    permission: 'signed-in',
    summary: { fa: 'ردیف‌هایی که تغییر نکردند، با علت', en: 'Rows that were not changed, with the reason' },
    params: one,
    query: page,
    /** `label`: the customer's code, the request's number. */
    response: pageOf(z.object({ customerId: id, id, label: z.string(), step: z.enum(['change', 'undo']), code: failureCode })),
  }),
  /** Nothing further is changed; what was changed stays, and can be put back. */
  stop: route({
    method: 'POST',
    path: '/api/bulk/:bulkId/stop',
    permission: 'signed-in',
    summary: { fa: 'توقف تغییر گروهی', en: 'Stop a change of many rows' },
    params: one,
    response: bulkView,
  }),
  goOn: route({
    method: 'POST',
    path: '/api/bulk/:bulkId/go-on',
    permission: 'signed-in',
    summary: { fa: 'ادامهٔ تغییر گروهی', en: 'Go on with a change of many rows' },
    params: one,
    response: bulkView,
  }),
  undo: route({
    method: 'POST',
    path: '/api/bulk/:bulkId/undo',
    permission: 'signed-in',
    summary: { fa: 'برگرداندن تغییر گروهی', en: 'Put a change of many rows back' },
    params: one,
    response: bulkView,
  }),
}
