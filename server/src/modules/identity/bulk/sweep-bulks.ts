import type { Context } from '../../../platform/context.ts'
import { forgetBulks } from './bulk.queries.ts'

/** Long after they could be put back; what was done is in the audit trail. */
const keptMs = 7 * 86_400_000

/** Forgets changes of many rows that were made long ago. */
export const sweepBulks = (context: Context): Promise<void> => forgetBulks(context, new Date(context.now.getTime() - keptMs))
