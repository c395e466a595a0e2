import type { Context } from '../../../platform/context.ts'
import { holdAccounts, recountAccounts } from '../accounts/account.queries.ts'
import { todayOf } from '../today.ts'
import { removeEntries, untouchedOf } from './history.queries.ts'

export { countLoaded, loadedBefore } from './history.queries.ts'

/**
 * Takes away so many vouchers that an import brought and nobody has changed since, with their lines on the timelines;
 * gives how many. The accounts follow.
 */
export async function unloadLedger(context: Context, importId: string, limit: number): Promise<number> {
  const entries = await untouchedOf(context, importId, limit)
  if (entries.length === 0) return 0
  const files = [...new Set(entries.map(({ customerId }) => customerId))]
  await holdAccounts(
    context,
    files.map((customerId) => ({ customerId, unitId: null, ownerId: null, version: 0 })),
  )
  await removeEntries(context, entries)
  await recountAccounts(context, files, await todayOf(context))
  await context.publish('sales.history-withdrawn', {
    withdrawn: entries.map(({ customerId, entryId }) => ({ customerId, lineId: entryId })),
  })
  return entries.length
}
