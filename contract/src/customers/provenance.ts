import { z } from 'zod'
import { id, instant, line, requiredLine } from '../fields.ts'
import { route } from '../route.ts'
import { customerFile } from './files.ts'
import { sourceKinds } from './sources.ts'

/** The path of a value in a file: `cityId`, `accessPoints.<id>`, `custom.<key>`. */
const fieldPath = z
  .string()
  .max(120)
  .regex(/^[A-Za-z][A-Za-z0-9_.-]*$/u)

const judgement = z.object({ by: id.nullable(), at: instant })

/** Where one value came from, and who stands by it. */
const origin = z.object({
  /** Null for what is older than sources were kept. */
  kind: z.enum(sourceKinds).nullable(),
  importId: id.nullable(),
  row: z.number().int().nullable(),
  /** The call or message, where the reader may see it. */
  contact: z.object({ id, kind: z.string(), at: instant, personId: id.nullable() }).nullable(),
  /** From 0 to 1: as stated, else what is usual for the way it came. */
  confidence: z.number(),
  recordedBy: id.nullable(),
  recordedAt: instant,
  confirmed: judgement.nullable(),
  doubted: judgement.extend({ note: z.string() }).nullable(),
})

const valueOrigin = origin.extend({
  field: fieldPath,
  /** How many values the field had before this one. */
  older: z.number().int(),
})

const pastValue = origin.extend({
  id,
  /** As it was kept; null where the field was emptied. */
  value: z.unknown(),
  until: instant.nullable(),
  /** Held by a file that was merged into this one. */
  ofMerged: z.boolean(),
})

const params = z.object({ customerId: id })
const onField = { params, permission: 'customers.write' } as const

export const provenanceRoutes = {
  show: route({
    method: 'GET',
    path: '/api/customers/:customerId/provenance',
    permission: 'customers.read',
    summary: { fa: 'خاستگاه داده‌های پرونده', en: "Where a file's values come from" },
    params,
    response: z.object({ values: z.array(valueOrigin) }),
  }),
  history: route({
    method: 'GET',
    path: '/api/customers/:customerId/provenance/:field',
    permission: 'customers.read',
    summary: { fa: 'مقدارهای پیشین یک ویژگی', en: 'What a field has held' },
    params: params.extend({ field: fieldPath }),
    /** The newest first; a value that never changed is there alone, without an id of its own until somebody judges it. */
    response: z.object({ values: z.array(pastValue.extend({ id: id.nullable() })) }),
  }),
  confirm: route({
    method: 'POST',
    path: '/api/customers/:customerId/provenance/confirm',
    ...onField,
    summary: { fa: 'تأیید یک مقدار', en: 'Confirm a value' },
    /** `confirmed: false` takes the confirmation back. A doubt about the value ends with its confirmation. */
    body: z.object({ field: fieldPath, confirmed: z.boolean().default(true) }),
    response: valueOrigin,
  }),
  doubt: route({
    method: 'POST',
    path: '/api/customers/:customerId/provenance/doubt',
    ...onField,
    summary: { fa: 'تردید در یک مقدار', en: 'Doubt a value' },
    /** Null takes the doubt back. */
    body: z.object({ field: fieldPath, note: requiredLine(300).nullable() }),
    response: valueOrigin,
  }),
  restore: route({
    method: 'POST',
    path: '/api/customers/:customerId/provenance/restore',
    ...onField,
    summary: { fa: 'بازگرداندن یک مقدار پیشین', en: 'Put an older value back' },
    body: z.object({
      /** Of the older value. */
      id,
      version: z.number().int(),
      acceptedProblems: z.record(z.string().max(60), line(300).min(1)).default({}),
    }),
    response: customerFile,
  }),
}
