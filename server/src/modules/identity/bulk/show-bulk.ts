import type { BulkView, FailureCode, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { countRows, findBulk, readRefusals } from './bulk.queries.ts'
import type { BulkCounts } from './bulk.queries.ts'
import type { StoredBulk } from './bulk.types.ts'

/** A change of many rows, for whoever asked for it; to others it is not there. */
export async function requireOwnBulk(context: Context, bulkId: string): Promise<StoredBulk> {
  const bulk = await findBulk(context, bulkId)
  if (!bulk || bulk.personId !== context.actor.personId) throw new AppError('not-found')
  return bulk
}

export const showBulk = async (context: Context, bulkId: string): Promise<BulkView> =>
  presentBulk(context, await requireOwnBulk(context, bulkId))

/** How far a change has come, and with what result. */
export async function presentBulk(context: Context, bulk: StoredBulk): Promise<BulkView> {
  const rows = await countRows(context, bulk.id)
  const total = (of: (row: BulkCounts) => boolean) => rows.filter(of).reduce((sum, { count }) => sum + count, 0)
  const changed = total(({ outcome }) => outcome === 'changed')
  const isOpen = bulk.state === 'working' || (bulk.state === 'done' && changed > 0 && context.now < bulk.undoUntil)
  return {
    id: bulk.id,
    noun: bulk.noun,
    state: bulk.state,
    total: total(() => true),
    done: total(({ outcome }) => outcome !== null),
    changed,
    same: total(({ outcome }) => outcome === 'same'),
    refused: byCode(rows, ({ code }) => code),
    startedAt: bulk.startedAt.toISOString(),
    undoUntil: bulk.undoUntil.toISOString(),
    can: { undo: isOpen },
    putBack: total(({ back }) => back === 'put-back'),
    notPutBack: byCode(rows, ({ backCode }) => backCode),
  }
}

function byCode(rows: readonly BulkCounts[], codeOf: (row: BulkCounts) => FailureCode | null): BulkView['refused'] {
  const counts = new Map<FailureCode, number>()
  for (const row of rows) {
    const code = codeOf(row)
    if (code) counts.set(code, (counts.get(code) ?? 0) + row.count)
  }
  return [...counts].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count)
}

/** A page of the rows that were refused, and of those that could not be put back. */
export async function listRefusals(context: Context, bulkId: string, { limit, after }: QueryOf<typeof contract.bulk.refusals>) {
  await requireOwnBulk(context, bulkId)
  const key = decodeKey(after, z.tuple([z.uuid()]))
  return pageFrom(await readRefusals(context, bulkId, key?.[0], limit + 1), limit, (row) => [row.rowId])
}
