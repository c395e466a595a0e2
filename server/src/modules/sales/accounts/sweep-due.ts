import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { todayOf } from '../today.ts'
import { readFallenDue, recountAccounts } from './account.queries.ts'

const accountsAtOnce = 500

/** What fell due yesterday is overdue from today on: those accounts are reckoned anew, some hundreds a transaction. */
export async function sweepDue({ runAsSystem }: Pick<LongTools, 'runAsSystem'>): Promise<void> {
  const sweep = () =>
    runAsSystem(async (context) => {
      const today = await todayOf(context)
      const ids = await readFallenDue(context, today, accountsAtOnce)
      if (ids.length > 0) await recountAccounts(context, ids, today)
      return ids.length
    })
  while ((await sweep()) === accountsAtOnce);
}
