import type { BulkView, FailureCode, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { ownId } from '../access/own-id.ts'
import { readRefusals } from './bulk-rows.queries.ts'
import { findBulk, readBulks, readTallies } from './bulk.queries.ts'
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

/** A page of one's own changes of one kind of rows, newest first. */
export async function listBulks(context: Context, { noun, limit, after }: QueryOf<typeof contract.bulk.list>) {
  const key = decodeKey(after, z.tuple([z.coerce.date(), z.uuid()]))
  const found = await readBulks(context, ownId(context), noun, key, limit + 1)
  const page = pageFrom(found, limit, ({ startedAt, id }) => [startedAt.toISOString(), id])
  const tallies = Map.groupBy(
    await readTallies(
      context,
      page.rows.map(({ id }) => id),
    ),
    ({ bulkId }) => bulkId,
  )
  return { ...page, rows: page.rows.map((bulk) => viewOf(context, bulk, tallies.get(bulk.id) ?? [])) }
}

/** How far a change has come, and with what result. */
export const presentBulk = async (context: Context, bulk: StoredBulk): Promise<BulkView> =>
  viewOf(context, bulk, await readTallies(context, [bulk.id]))

function viewOf({ now }: Context, bulk: StoredBulk, tallies: readonly BulkCounts[]): BulkView {
  const { state } = bulk
  const total = (of: (row: BulkCounts) => boolean) => tallies.filter(of).reduce((sum, { count }) => sum + count, 0)
  const [done, changed] = [total(({ step }) => step === 'change'), total(({ outcome }) => outcome === 'changed')]
  const isUnder = state === 'working' || state === 'stopped'
  return {
    id: bulk.id,
    noun: bulk.noun,
    state,
    // What fits filters is known when all of it has come up.
    total: !bulk.byFilters ? bulk.expected : isUnder ? Math.max(bulk.expected, done) : done,
    isExact: !bulk.byFilters || !isUnder,
    done,
    changed,
    same: total(({ outcome }) => outcome === 'same'),
    refused: byCode(tallies, 'change'),
    startedAt: bulk.startedAt.toISOString(),
    undoUntil: bulk.undoUntil.toISOString(),
    stoppedBy: bulk.stoppedBy,
    can: {
      undo: isUnder || (state === 'done' && changed > 0 && now < bulk.undoUntil),
      stop: state === 'working',
      goOn: state === 'stopped',
    },
    putBack: total(({ outcome }) => outcome === 'put-back'),
    notPutBack: byCode(tallies, 'undo'),
  }
}

const byCode = (tallies: readonly BulkCounts[], asked: BulkCounts['step']): BulkView['refused'] =>
  tallies
    .flatMap(({ step, code, count }) => (step === asked && code !== '' ? [{ code: code satisfies FailureCode, count }] : []))
    .toSorted((a, b) => b.count - a.count)

/** A page of the rows that were refused, and of those that could not be put back. */
export async function listRefusals(context: Context, bulkId: string, { limit, after }: QueryOf<typeof contract.bulk.refusals>) {
  await requireOwnBulk(context, bulkId)
  const key = decodeKey(after, z.tuple([z.uuid()]))
  return pageFrom(await readRefusals(context, bulkId, key?.[0], limit + 1), limit, (row) => [row.rowId])
}
