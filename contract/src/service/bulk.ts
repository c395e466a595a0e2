import { z } from 'zod'
import { bulkId, bulkPreview, bulkView, mostNamed } from '../bulk.ts'
import { id } from '../fields.ts'
import { route } from '../route.ts'
import { requestFilters, requestNote } from './requests.ts'
import { outcomes, priorities } from './words.ts'

/** One verb for many requests. */
const change = z.discriminatedUnion('act', [
  z
    .object({ act: z.literal('edit'), priority: z.enum(priorities).optional(), topicId: id.nullish(), productId: id.nullish() })
    .refine(({ act: _, ...fields }) => Object.values(fields).some((value) => value !== undefined)),
  z.object({ act: z.literal('assign'), personId: id, note: requestNote }),
  z.object({ act: z.literal('refer'), unitId: id, note: requestNote }),
  z.object({ act: z.literal('resolve'), outcome: z.enum(outcomes).exclude(['duplicate']), note: requestNote }),
  z.object({ act: z.literal('close'), note: requestNote }),
])

const asked = z.object({
  which: z.union([
    z.object({
      ids: z
        .array(z.object({ customerId: id, requestId: id }))
        .min(1)
        .max(mostNamed),
    }),
    z.object({ filters: requestFilters }),
  ]),
  change,
})

export const requestBulkRoutes = {
  preview: route({
    method: 'POST',
    path: '/api/requests/bulk/preview',
    permission: 'service.write',
    summary: { fa: 'پیش‌نمایش تغییر گروهی درخواست‌ها', en: 'Preview a change of many requests' },
    body: asked,
    response: bulkPreview,
  }),
  apply: route({
    method: 'POST',
    path: '/api/requests/bulk',
    permission: 'service.write',
    summary: { fa: 'تغییر گروهی درخواست‌ها', en: 'Change many requests' },
    body: asked.extend(bulkId.shape),
    response: bulkView,
  }),
}
