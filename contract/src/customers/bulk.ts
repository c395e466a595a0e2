import { z } from 'zod'
import { bulkId, bulkPreview, bulkView, mostNamed } from '../bulk.ts'
import { id, line, requiredLine } from '../fields.ts'
import { route } from '../route.ts'
import { customValues } from './custom-fields.ts'
import { customerFields } from './fields.ts'
import { customerFilters } from './rows.ts'

/** What can be set alike on many files. */
const fields = customerFields
  .pick({ provinceId: true, countyId: true, cityId: true, district: true, features: true })
  .extend({ ownerId: id.nullable(), unitId: id.nullable(), provisional: z.boolean(), custom: customValues })
  .partial()
  .refine((given) => Object.values(given).some((value) => value !== undefined))

/** What else can be done to many files. */
const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('remove'), reason: requiredLine(300), despiteOpenWork: z.boolean().default(false) }),
  /** Of removed files, which are named by their ids. */
  z.object({ act: z.literal('restore') }),
  /** Into a class of a scheme that is set by hand, or out of the scheme. */
  z.object({ act: z.literal('classify'), schemeId: id, classId: id.nullable(), reason: line(300).nullable().default(null) }),
  /** Puts the tag on, or takes it off. */
  z.object({ act: z.literal('tag'), tagId: id, on: z.boolean() }),
])

const asked = z.object({
  which: z.union([z.object({ ids: z.array(id).min(1).max(mostNamed) }), z.object({ filters: customerFilters })]),
  change: z.union([act, fields]),
})

export const customerBulkRoutes = {
  preview: route({
    method: 'POST',
    path: '/api/customers/bulk/preview',
    permission: 'customers.write',
    summary: { fa: 'پیش‌نمایش تغییر گروهی مشتریان', en: 'Preview a change of many customers' },
    body: asked,
    response: bulkPreview,
  }),
  apply: route({
    method: 'POST',
    path: '/api/customers/bulk',
    permission: 'customers.write',
    summary: { fa: 'تغییر گروهی مشتریان', en: 'Change many customers' },
    body: asked.extend(bulkId.shape),
    response: bulkView,
  }),
}
