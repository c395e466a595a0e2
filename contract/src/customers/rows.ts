import { z } from 'zod'
import { id, instant, line } from '../fields.ts'
import { conditionText } from './conditions.ts'
import { customerKinds } from './fields.ts'

/** Which of the organisation's own fields a list shows, by their keys with commas between. */
export const shownFields = line(700).optional()

export const customerRow = z.object({
  customerId: id,
  code: z.string(),
  displayName: z.string(),
  kind: z.enum(customerKinds),
  provisional: z.boolean(),
  mainPhone: z.string().nullable(),
  cityId: z.number().int().nullable(),
  unitId: id.nullable(),
  ownerId: id.nullable(),
  createdAt: instant,
  lastContactAt: instant.nullable(),
  /** From 0 to 1; null where it was not reckoned yet, or may not be read. No list is ordered by these: they move with every change of a file. */
  completeness: z.number().nullable().optional(),
  trust: z.number().nullable().optional(),
  /** The class in each scheme that the reader may read. */
  classes: z.record(id, id).optional(),
  version: z.number().int(),
})

const ownSort = z.string().regex(/^-?x\.[a-z][a-z0-9_]{0,29}$/u)

export const customerFilters = z.object({
  q: line(100).optional(),
  kind: z.enum(customerKinds).optional(),
  unitId: id.optional(),
  ownerId: id.optional(),
  provinceId: z.coerce.number().int().min(1).max(1_000_000).optional(),
  provisional: z.enum(['true', 'false']).optional(),
  segmentId: id.optional(),
  /** A condition over any fields of the catalogue, as JSON; see `condition`. */
  where: conditionText.optional(),
  /** By an own field (`x.key`) where it is used in filters; files that hold no value of it come last in either direction. */
  sort: z.union([z.enum(['name', '-name', 'created', '-created', 'contact', '-contact']), ownSort]).default('-created'),
})
