import { z } from 'zod'
import { id, instant, page, pageOf, requiredLine } from '../fields.ts'
import { route } from '../route.ts'

/** Why a person's data must go. */
export const erasureBases = ['asked-by-person', 'consent-withdrawn', 'no-longer-needed', 'unlawful', 'order'] as const
export type ErasureBasis = (typeof erasureBases)[number]

/** How long an erasure that is not wanted at once can be called off. */
export const erasureWaitHours = 72

const words = z.object({ fa: z.string(), en: z.string() })

/** What went, what lost its words, and what stays and why: it names nobody. */
export const erasureCertificate = z.object({
  rows: z.array(z.object({ what: words, count: z.number().int(), outcome: z.enum(['erased', 'blanked', 'kept']), why: words.optional() })),
  /** Contents of files that were destroyed. */
  contents: z.number().int(),
})
export type ErasureCertificate = z.infer<typeof erasureCertificate>

export const erasure = z.object({
  id,
  customerId: id,
  code: z.string(),
  state: z.enum(['waiting', 'called-off', 'done']),
  basis: z.enum(erasureBases),
  reference: z.string(),
  askedBy: id.nullable(),
  askedAt: instant,
  dueAt: instant,
  calledOffBy: id.nullable(),
  calledOffAt: instant.nullable(),
  doneAt: instant.nullable(),
  certificate: erasureCertificate.nullable(),
  can: z.object({ callOff: z.boolean() }),
})
export type Erasure = z.infer<typeof erasure>

const params = z.object({ customerId: id })

/** The lawful erasure of one person: for good, in every place where anything of them is kept. */
export const erasureRoutes = {
  /** The code of the file is typed again, so that nobody erases the file next to it. The reference stays for ever and names nobody. */
  ask: route({
    method: 'POST',
    path: '/api/customers/:customerId/erasure',
    permission: 'customers.erase',
    summary: { fa: 'پاک‌کردن همیشگی دادهٔ یک مشتری', en: "Erase a customer's data for good" },
    params,
    body: z.object({
      code: requiredLine(40),
      basis: z.enum(erasureBases),
      reference: requiredLine(200),
      atOnce: z.boolean(),
      despiteOpenWork: z.boolean().default(false),
    }),
    response: erasure,
  }),
  callOff: route({
    method: 'POST',
    path: '/api/erasures/:erasureId/calling-off',
    permission: 'customers.erase',
    summary: { fa: 'لغو پاک‌کردنی که در انتظار است', en: 'Call off an erasure that waits' },
    params: z.object({ erasureId: id }),
    response: erasure,
  }),
  show: route({
    method: 'GET',
    path: '/api/erasures/:erasureId',
    permission: 'customers.erase',
    summary: { fa: 'یک پاک‌کردن و گواهی آن', en: 'An erasure and its certificate' },
    params: z.object({ erasureId: id }),
    response: erasure,
  }),
  list: route({
    method: 'GET',
    path: '/api/erasures',
    permission: 'customers.erase',
    summary: { fa: 'پاک‌کردن‌ها و گواهی‌هایشان', en: 'Erasures and their certificates' },
    query: page.extend({ customerId: id.optional() }),
    response: pageOf(erasure),
  }),
}

/** Everything that is kept of one customer, to be read by them. */
export const copyRoutes = {
  download: route({
    method: 'GET',
    path: '/api/customers/:customerId/copy',
    permission: 'customers.copy',
    summary: { fa: 'رونوشت خوانای همهٔ داده‌های یک مشتری', en: "A readable copy of all of a customer's data" },
    params,
    transport: 'download',
  }),
}
