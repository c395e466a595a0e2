import type { Notice } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { readTallies } from './bulk.queries.ts'
import type { StoredBulk } from './bulk.types.ts'

/** Who has waited for so long has turned to other work, and is told of the end. */
const longMs = 30_000

/**
 * Tells whoever asked for the change that it has come further. `work`: there are rows to deal with. `ended`: all have
 * been dealt with, or it stopped by itself.
 */
export async function announceBulk(
  context: Context,
  bulk: StoredBulk,
  { work, ended = false }: { work: boolean; ended?: boolean },
): Promise<void> {
  const { id, personId, startedAt } = bulk
  const notices = ended && context.now.getTime() - startedAt.getTime() > longMs ? [await endOf(context, bulk)] : []
  await context.publish('identity.bulk-changed', { id, work, unitId: null, ownerId: personId, notices })
}

async function endOf(context: Context, { id, personId, noun }: StoredBulk): Promise<Notice> {
  const counts = await readTallies(context, [id])
  const dealtWith = counts.filter(({ step }) => step === 'change').reduce((sum, { count }) => sum + count, 0)
  return {
    kind: 'bulk-ended',
    personIds: [personId],
    toUnitId: null,
    byPersonId: null,
    permission: noun === 'customers' ? 'customers.write' : 'service.write',
    unitId: null,
    ownerId: personId,
    subjectType: 'bulk',
    subjectId: id,
    label: String(dealtWith),
    title: null,
    titleClass: 'internal',
    outcome: noun,
  }
}
