import { z } from 'zod'
import { bulkId, bulkPreview, bulkView, mostNamed } from '../bulk.ts'
import { id } from '../fields.ts'
import { route } from '../route.ts'
import { customValues } from './custom-fields.ts'
import { customerFields } from './fields.ts'
import { customerFilters } from './files.ts'

/** What can be set alike on many files. */
const change = customerFields
  .pick({ provinceId: true, countyId: true, cityId: true, district: true, features: true })
  .extend({ ownerId: id.nullable(), unitId: id.nullable(), provisional: z.boolean(), custom: customValues })
  .partial()
  .refine((fields) => Object.values(fields).some((value) => value !== undefined))

const asked = z.object({
  which: z.union([z.object({ ids: z.array(id).min(1).max(mostNamed) }), z.object({ filters: customerFilters })]),
  change,
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
