import { z } from 'zod'
import { id, instant } from '../fields.ts'
import { customerKinds } from './fields.ts'

/** What speaks for two files being of one customer, in the order in which it is told. */
export const duplicateReason = z.enum([
  'national-code',
  'foreign-code',
  'company-id',
  'registration-number',
  'economic-code',
  'mobile',
  'phone',
  'email',
  'website',
  'name-same',
  'name-swapped',
  'name-near',
  'name-part',
  'nameless',
  'birth-same',
  'birth-near',
  'father-same',
  'postal-code',
  'address',
  'city',
])
export type DuplicateReason = z.infer<typeof duplicateReason>

/** One of two files that are held side by side. */
export const fileOfPair = z.object({
  customerId: id,
  code: z.string(),
  displayName: z.string(),
  kind: z.enum(customerKinds),
  provisional: z.boolean(),
  mainPhone: z.string().nullable(),
  unitId: id.nullable(),
  ownerId: id.nullable(),
  createdAt: instant,
})

/** A file that a customer being written may have already; `score` is from 0 to 1, `sentence` says why, as to a clerk. */
export const likelyDuplicate = fileOfPair.extend({ score: z.number(), reasons: z.array(duplicateReason), sentence: z.string() })
export type LikelyDuplicate = z.infer<typeof likelyDuplicate>
