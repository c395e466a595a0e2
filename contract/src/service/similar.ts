import { z } from 'zod'
import { id, instant } from '../fields.ts'
import { route } from '../route.ts'
import { outcomes } from './words.ts'

/** Solved requests that are like one under way: what helped then may help now. */
export const similarRequestRoutes = {
  list: route({
    method: 'GET',
    path: '/api/customers/:customerId/requests/:requestId/similar',
    permission: 'service.read',
    summary: { fa: 'درخواست‌های حل‌شدهٔ همانند', en: 'Similar solved requests' },
    params: z.object({ customerId: id, requestId: id }),
    response: z.object({
      rows: z.array(
        z.object({
          customerId: id,
          id,
          number: z.string(),
          subject: z.string(),
          outcome: z.enum(outcomes).nullable(),
          resolvedAt: instant,
          /** What was noted when it was resolved; null where nothing was. */
          solution: z.string().nullable(),
        }),
      ),
    }),
  }),
}
