import { z } from 'zod'
import { exportQuery } from '../export.ts'
import { id, instant, line, page, pageOf } from '../fields.ts'
import { route } from '../route.ts'

const auditFilters = z.object({
  personId: id.optional(),
  action: line(80).optional(),
  subjectId: id.optional(),
  from: instant.optional(),
  to: instant.optional(),
})

export const auditRoutes = {
  list: route({
    method: 'GET',
    path: '/api/audit',
    permission: 'identity.audit',
    summary: { fa: 'رویدادنگاری', en: 'The audit trail' },
    query: page.extend(auditFilters.shape),
    response: pageOf(
      z.object({
        id,
        at: instant,
        action: z.string(),
        actorId: id.nullable(),
        actorName: z.string().nullable(),
        subjectType: z.string(),
        subjectId: z.string().nullable(),
        before: z.unknown(),
        after: z.unknown(),
        /** Fields of which the reader's roles do not read the class: their values are left out of both. */
        withheld: z.array(z.string()).default([]),
        /** Of a customer who was erased since: its words are gone for good. */
        erased: z.boolean().default(false),
        address: z.string().nullable(),
      }),
    ),
  }),
  export: route({
    method: 'GET',
    path: '/api/audit/export',
    permission: 'identity.audit',
    summary: { fa: 'خروجی از رویدادنگاری', en: 'Export the audit trail' },
    query: auditFilters.extend(exportQuery.shape),
    transport: 'download',
  }),
}
