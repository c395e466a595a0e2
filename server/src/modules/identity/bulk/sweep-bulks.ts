import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { forgetBulks } from './bulk.queries.ts'

/** Long after they could be put back; what was done is in the audit trail. */
const keptMs = 7 * 86_400_000
const rowsAtOnce = 5000

/** Forgets changes of many rows that were made long ago, a few thousand rows at a time. */
export async function sweepBulks({ runAsSystem, signal }: LongTools): Promise<void> {
  const forget = () => runAsSystem((context) => forgetBulks(context, new Date(context.now.getTime() - keptMs), rowsAtOnce))
  while (!signal.aborted && (await forget()) > 0);
}
