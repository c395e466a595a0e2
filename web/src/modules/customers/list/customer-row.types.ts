import type { customerRow } from '@parvandeh/contract'
import type { z } from 'zod'

/** A customer as the list has it. */
export type CustomerRow = z.output<typeof customerRow>
