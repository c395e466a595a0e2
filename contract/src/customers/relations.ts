import { z } from 'zod'
import { day, id, line, requiredLine } from '../fields.ts'
import { route } from '../route.ts'
import { statedSource } from './sources.ts'
import { customerKinds } from './fields.ts'

const version = z.number().int()
/** Which of the two places of a relation a file has. */
export const relationSides = ['a', 'b'] as const
export type RelationSide = (typeof relationSides)[number]

const sideNames = { aFa: requiredLine(60), aEn: requiredLine(60), bFa: requiredLine(60), bEn: requiredLine(60) }
const kindInput = z.object({
  ...sideNames,
  /** Who may stand on each side; null is anybody. */
  aKind: z.enum(customerKinds).nullable(),
  bKind: z.enum(customerKinds).nullable(),
  /** Kinship is not to be classified by unless an administrator allows it. */
  kinship: z.boolean(),
  active: z.boolean(),
})

/** A kind of relation with both its directions named: A is `a` to B, and B is `b` to A. Alike names: it has no direction. */
export const relationKind = kindInput.extend({
  id,
  /** Of those that come with the product; what it does with them hangs on it. */
  key: z.string().nullable(),
  version,
})
export type RelationKind = z.infer<typeof relationKind>

export const relationKindRoutes = {
  list: route({
    method: 'GET',
    path: '/api/relation-kinds',
    permission: 'signed-in',
    summary: { fa: 'نوع‌های رابطه', en: 'Kinds of relation' },
    response: z.object({ kinds: z.array(relationKind) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/relation-kinds',
    permission: 'customers.manage',
    summary: { fa: 'افزودن نوع رابطه', en: 'Add a kind of relation' },
    body: kindInput,
    response: relationKind,
  }),
  change: route({
    method: 'PUT',
    path: '/api/relation-kinds/:kindId',
    permission: 'customers.manage',
    summary: { fa: 'ویرایش نوع رابطه', en: 'Change a kind of relation' },
    params: z.object({ kindId: id }),
    body: kindInput.extend({ version }),
    response: relationKind,
  }),
}

const facts = z.object({
  role: line(120).nullable(),
  startedOn: day.nullable(),
  endedOn: day.nullable(),
  note: line(500).nullable(),
})
const periodInOrder = ({ startedOn, endedOn }: z.infer<typeof facts>) => startedOn === null || endedOn === null || startedOn <= endedOn

const other = z.object({ customerId: id, code: z.string(), displayName: z.string(), kind: z.enum(customerKinds) })
const relation = facts.extend({
  id,
  kindId: id,
  /** The place of the file that is asked about; what the other is to it is named by the other side. */
  side: z.enum(relationSides),
  other,
  version,
})

const customerParams = z.object({ customerId: id })
const relationParams = customerParams.extend({ relationId: id })
const relations = z.object({ relations: z.array(relation), more: z.boolean(), can: z.object({ edit: z.boolean() }) })

/** How far the graph reaches: so many files, by at most two steps. */
export const mostGraphNodes = 60

/** Relations between files (C9). One to a file out of the reader's sight is not there for them. */
export const relationRoutes = {
  list: route({
    method: 'GET',
    path: '/api/customers/:customerId/relations',
    permission: 'customers.read',
    summary: { fa: 'رابطه‌های پرونده', en: 'Relations of a file' },
    params: customerParams,
    /** The first two hundred. */
    response: relations,
  }),
  add: route({
    method: 'POST',
    path: '/api/customers/:customerId/relations',
    permission: 'customers.write',
    summary: { fa: 'ثبت رابطه', en: 'Add a relation' },
    params: customerParams,
    body: facts
      .extend({ otherId: id, kindId: id, side: z.enum(relationSides), source: statedSource.optional() })
      .refine(periodInOrder, { path: ['endedOn'] }),
    response: relations,
  }),
  change: route({
    method: 'PUT',
    path: '/api/customers/:customerId/relations/:relationId',
    permission: 'customers.write',
    summary: { fa: 'ویرایش رابطه', en: 'Change a relation' },
    params: relationParams,
    body: facts.extend({ version, source: statedSource.optional() }).refine(periodInOrder, { path: ['endedOn'] }),
    response: relations,
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/customers/:customerId/relations/:relationId',
    permission: 'customers.write',
    summary: { fa: 'حذف رابطه', en: 'Remove a relation' },
    params: relationParams,
    response: relations,
  }),
  graph: route({
    method: 'GET',
    path: '/api/customers/:customerId/graph',
    permission: 'customers.read',
    summary: { fa: 'نمودار رابطه‌ها', en: 'The graph of relations' },
    params: customerParams,
    query: z.object({ steps: z.coerce.number().int().min(1).max(2).default(2) }),
    response: z.object({
      /** The file asked about first, then the nearer before the farther. `more`: has relations that are not drawn. */
      nodes: z.array(other.extend({ step: z.number().int(), more: z.boolean() })),
      /** Each relation once: `from` is on side a. */
      edges: z.array(z.object({ id, kindId: id, from: id, to: id, role: z.string().nullable(), ended: z.boolean() })),
      /** There are more files within reach than are drawn. */
      more: z.boolean(),
    }),
  }),
}
