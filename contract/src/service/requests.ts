import { z } from 'zod'
import { exportQuery } from '../export.ts'
import { id, instant, line, page, pageOf, requiredLine, text } from '../fields.ts'
import { channels, interaction, interactionInput } from '../interactions.ts'
import { route } from '../route.ts'
import { outcomes, priorities, requestEventKinds, requestStatuses, waitKinds } from './words.ts'

/** A duration on both clocks, in seconds; null where it was not recorded or has not ended. */
const clock = z.object({ elapsedSeconds: z.number().nullable(), workingSeconds: z.number().nullable() })

/** What the wait until response consists of: the parts add up to it on both clocks. */
const responseParts = z.object({ unregistered: clock, misrouted: clock, queued: clock, held: clock })

export const requestRow = z.object({
  id,
  customerId: id,
  number: z.string(),
  subject: z.string(),
  customerName: z.string(),
  status: z.enum(requestStatuses),
  priority: z.enum(priorities),
  topicId: id.nullable(),
  productId: id.nullable(),
  channel: z.enum(channels),
  unitId: id.nullable(),
  holderId: id.nullable(),
  reportedAt: instant,
  registeredAt: instant,
  firstResponseAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  reopenedCount: z.number().int(),
  outcome: z.enum(outcomes).nullable(),
  version: z.number().int(),
})

export const requestView = requestRow.extend({
  description: z.string(),
  contactName: z.string().nullable(),
  contactCustomerId: id.nullable(),
  registeredBy: id.nullable(),
  firstResponseRecorded: z.boolean(),
  firstResponseBy: id.nullable(),
  resolvedBy: id.nullable(),
  mergedIntoNumber: z.string().nullable(),
  /** Requests that were merged into this one; their events, conversation and documents are shown here too. */
  mergedNumbers: z.array(z.string()),
  test: z.boolean(),
  /** Where the request came from when it was imported: the name of the system and the number there. */
  source: z.string().nullable(),
  externalNumber: z.string().nullable(),
  response: clock,
  responseParts,
  service: clock,
  holdings: z.array(
    z.object({ unitId: id.nullable(), personId: id.nullable(), from: instant, to: instant.nullable(), reason: z.string() }),
  ),
  waits: z.array(z.object({ kind: z.enum(waitKinds), from: instant, to: instant.nullable() })),
  exchangeCount: z.number().int(),
  events: z.array(
    z.object({
      id,
      /** The request it happened to: another one's where that was merged into this. */
      number: z.string(),
      kind: z.enum(requestEventKinds),
      at: instant,
      personId: id.nullable(),
      unitId: id.nullable(),
      toPersonId: id.nullable(),
      toUnitId: id.nullable(),
      note: z.string().nullable(),
      outcome: z.enum(outcomes).nullable(),
      waitOn: z.enum(waitKinds).nullable(),
      label: z.string().nullable(),
      interactionId: id.nullable(),
      /** It was taken back at once, by the event that follows it: nothing else follows from it. */
      undone: z.boolean(),
    }),
  ),
  conversation: z.array(interaction),
  documentIds: z.array(id),
  can: z.object({
    take: z.boolean(),
    assign: z.boolean(),
    refer: z.boolean(),
    answer: z.boolean(),
    wait: z.boolean(),
    resume: z.boolean(),
    resolve: z.boolean(),
    reopen: z.boolean(),
    close: z.boolean(),
    merge: z.boolean(),
    edit: z.boolean(),
    attach: z.boolean(),
    logInteraction: z.boolean(),
    undo: z.boolean(),
  }),
})

export const requestFilters = z.object({
  q: line(100).optional(),
  status: z.enum([...requestStatuses, 'unfinished']).optional(),
  priority: z.enum(priorities).optional(),
  topicId: id.optional(),
  productId: id.optional(),
  unitId: id.optional(),
  /** A person, or `nobody` for requests that no one holds (a finished one keeps its last holder). */
  holderId: z.union([id, z.literal('nobody')]).optional(),
  customerId: id.optional(),
  sort: z.enum(['-reported', 'reported', '-updated', 'priority']).default('-reported'),
})

const requestInput = z.object({
  subject: requiredLine(300),
  description: text(20_000),
  topicId: id.nullable(),
  productId: id.nullable(),
  priority: z.enum(priorities),
  channel: z.enum(channels),
  contactName: line(200).nullable(),
  contactCustomerId: id.nullable(),
  test: z.boolean().default(false),
})

const one = z.object({ customerId: id, requestId: id })
export const requestNote = text(5000).default('')
const note = requestNote
const base = '/api/customers/:customerId/requests/:requestId' as const

const act = <B extends z.ZodType>(verb: string, fa: string, en: string, body: B) =>
  route({
    method: 'POST',
    path: `${base}/${verb}`,
    permission: 'service.write',
    summary: { fa, en },
    params: one,
    body,
    response: requestView,
  })

export const requestRoutes = {
  list: route({
    method: 'GET',
    path: '/api/requests',
    permission: 'service.read',
    summary: { fa: 'فهرست درخواست‌ها', en: 'List requests' },
    query: page.extend(requestFilters.shape),
    response: pageOf(requestRow),
  }),
  count: route({
    method: 'GET',
    path: '/api/requests/count',
    permission: 'service.read',
    summary: { fa: 'شمار درخواست‌ها', en: 'Count requests' },
    query: requestFilters,
    response: z.object({ count: z.number().int(), more: z.boolean() }),
  }),
  export: route({
    method: 'GET',
    path: '/api/requests/export',
    permission: 'service.export',
    summary: { fa: 'خروجی از درخواست‌ها', en: 'Export requests' },
    query: requestFilters.extend(exportQuery.shape),
    transport: 'download',
  }),
  byNumber: route({
    method: 'GET',
    path: '/api/requests/:number',
    permission: 'service.read',
    summary: { fa: 'درخواست با شماره', en: 'A request by its number' },
    params: z.object({ number: z.string().max(40) }),
    response: requestView,
  }),
  register: route({
    method: 'POST',
    path: '/api/customers/:customerId/requests',
    permission: 'service.write',
    summary: { fa: 'ثبت درخواست', en: 'Register a request' },
    params: z.object({ customerId: id }),
    body: requestInput.extend({
      /** When the customer reported it, never after now. Left out: now, or the first contact that is logged about it if that was earlier. */
      reportedAt: instant.nullable(),
      unitId: id.nullable(),
      holderId: id.nullable(),
    }),
    response: requestView,
  }),
  change: route({
    method: 'PUT',
    path: base,
    permission: 'service.write',
    summary: { fa: 'ویرایش درخواست', en: 'Change a request' },
    params: one,
    body: requestInput.extend({ version: z.number().int() }),
    response: requestView,
  }),
  /** One field or several; what is left out stays. To take it back, send the values that were before, with the new version. */
  patch: route({
    method: 'PATCH',
    path: base,
    permission: 'service.write',
    summary: { fa: 'تغییر چند ویژگی درخواست', en: 'Change some fields of a request' },
    params: one,
    body: requestInput.omit({ test: true }).partial().extend({ test: z.boolean().optional(), version: z.number().int() }),
    response: requestView,
  }),
  /**
   * Takes back the last thing that happened to the request, if the caller did it not long ago and `version` says that
   * nothing came after it: taking, assigning, referring, waiting, resuming, resolving, reopening, closing. Possible
   * also where it took the request out of the caller's reach.
   */
  undo: act('undo', 'برگرداندن آخرین کار', 'Take the last act back', z.object({ version: z.number().int() })),
  take: act('take', 'برداشتن درخواست', 'Take a request', z.object({})),
  assign: act('assign', 'سپردن به همکار', 'Assign to a colleague', z.object({ personId: id, note })),
  refer: act('refer', 'ارجاع به واحد دیگر', 'Refer to another unit', z.object({ unitId: id, note })),
  answer: act(
    'answer',
    'پاسخ به مشتری',
    'Answer the customer',
    z.object({ body: text(20_000).min(1), channel: z.enum(channels), documentIds: z.array(id).max(20).default([]) }),
  ),
  wait: act('wait', 'در انتظار مشتری یا شخص سوم', 'Wait on the customer or a third party', z.object({ on: z.enum(waitKinds), note })),
  resume: act('resume', 'ادامهٔ کار', 'Resume work', z.object({ note })),
  resolve: act('resolve', 'حل شد', 'Resolve', z.object({ outcome: z.enum(outcomes).exclude(['duplicate']), note })),
  reopen: act('reopen', 'بازگشایی', 'Reopen', z.object({ note: text(5000).min(1) })),
  close: act('close', 'بستن', 'Close', z.object({ note })),
  merge: act('merge', 'یکی‌کردن با درخواست دیگر', 'Merge into another request', z.object({ intoNumber: requiredLine(40), note })),
  attach: act('documents', 'پیوست سند', 'Attach a document', z.object({ documentId: id })),
  /** The same form as logging an interaction on the file, with the request it is about. */
  logInteraction: act(
    'interactions',
    'ثبت تماس، بازدید، پیام یا یادداشت دربارهٔ درخواست',
    'Log an interaction about the request',
    interactionInput,
  ),
}
