import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { forgetNotifications } from './notification.queries.ts'

const keptMs = 90 * 86_400_000
const rowsAtOnce = 5000

/** Forgets at night what people were told three months ago, a few thousand lines at a time. */
export async function sweepNotifications({ runAsSystem, signal }: LongTools): Promise<void> {
  const forget = () => runAsSystem((context) => forgetNotifications(context, new Date(context.now.getTime() - keptMs), rowsAtOnce))
  while (!signal.aborted && (await forget()) === rowsAtOnce);
}
