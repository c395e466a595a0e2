import { z } from 'zod'
import { id } from '../fields.ts'

/** What a value of a file can have come from (C3). */
export const sourceKinds = ['form', 'call', 'message', 'import', 'system'] as const
export type SourceKind = (typeof sourceKinds)[number]

/**
 * Where the values of a write come from, as whoever writes may say it: typed into a form, heard in a call or read in a
 * message. `id` is that of the call or message. Left out, a person's values come from a form and a machine's from a system.
 */
export const statedSource = z.object({
  kind: z.enum(['form', 'call', 'message']),
  id: id.nullable().default(null),
  /** How sure the writer is of it, from 0 to 1. */
  confidence: z.number().min(0).max(1).nullable().default(null),
})
