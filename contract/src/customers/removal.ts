import { z } from 'zod'
import { id, instant, line, page, pageOf, requiredLine } from '../fields.ts'
import { route } from '../route.ts'
import { customerKinds } from './fields.ts'

const params = z.object({ customerId: id })

/** What hangs on a file: how many of which kind, and whether somebody is still working on it. */
const hanging = z.object({ kind: z.string(), count: z.number().int(), open: z.boolean() })

/** A file that was removed and can be had back. */
const removedFile = z.object({
  customerId: id,
  code: z.string(),
  displayName: z.string(),
  kind: z.enum(customerKinds),
  unitId: id.nullable(),
  ownerId: id.nullable(),
  removedAt: instant,
  removedBy: id.nullable(),
  reason: z.string(),
  /** Until when it waits to be erased for good; null where nobody asked for that. */
  erasureDueAt: instant.nullable(),
  version: z.number().int(),
})
export type RemovedFile = z.infer<typeof removedFile>

/** Files that are removed: out of every list, kept until they are restored or erased. */
export const removalRoutes = {
  weigh: route({
    method: 'GET',
    path: '/api/customers/:customerId/removal',
    permission: 'customers.delete',
    summary: { fa: 'آنچه به پرونده بسته است، پیش از حذف', en: 'What hangs on a file, before it is removed' },
    params,
    response: z.object({ hanging: z.array(hanging), openWork: z.boolean() }),
  }),
  /** Refused with `file-has-open-work` while requests are open, unless `despiteOpenWork`. */
  remove: route({
    method: 'POST',
    path: '/api/customers/:customerId/removal',
    permission: 'customers.delete',
    summary: { fa: 'حذف پروندهٔ مشتری', en: "Remove a customer's file" },
    params,
    body: z.object({ version: z.number().int(), reason: requiredLine(300), despiteOpenWork: z.boolean().default(false) }),
    response: z.object({ customerId: id, code: z.string(), version: z.number().int() }),
  }),
  restore: route({
    method: 'POST',
    path: '/api/customers/:customerId/restoration',
    permission: 'customers.delete',
    summary: { fa: 'بازگرداندن پروندهٔ حذف‌شده', en: 'Restore a removed file' },
    params,
    response: z.object({ customerId: id, version: z.number().int() }),
  }),
  list: route({
    method: 'GET',
    path: '/api/removed-customers',
    permission: 'customers.delete',
    summary: { fa: 'پرونده‌های حذف‌شده', en: 'Removed files' },
    query: page.extend({ q: line(100).optional() }),
    response: pageOf(removedFile),
  }),
}
