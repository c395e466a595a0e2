import { mostChosen } from '@parvandeh/contract'
import type { BulkView } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { ownId } from '../access/own-id.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { announceBulk } from './announce-bulk.ts'
import { insertRows, rowsOf } from './bulk-rows.queries.ts'
import { findBulk, insertBulk, undoEnd } from './bulk.queries.ts'
import type { BulkKey, StoredBulk } from './bulk.types.ts'
import { requireRoom } from './require-room.ts'
import { presentBulk } from './show-bulk.ts'

interface Asked {
  id: string
  noun: BulkView['noun']
  change: unknown
}

/** Rows that are known by now, or the filters by which they will be chosen, and about how many fit these. */
type Which = { keys: readonly BulkKey[] } | { filters: unknown; expected: number }

/** What was set is told row by row, under the keys of the rows' customers. */
const namesIn = (change: unknown): string[] =>
  Object.entries(change ?? {}).flatMap(([name, value]) => (value === undefined ? [] : name === 'act' ? [`act ${String(value)}`] : [name]))

/** Keeps what was asked, and leaves the work to the job queue. Asked twice under one id, it is done once. */
export async function startBulk(context: Context, asked: Asked, which: Which): Promise<BulkView> {
  const keys = 'keys' in which ? which.keys : []
  if (keys.length > mostChosen) throw new AppError('bulk-too-large')
  const bulk = bulkOf(context, asked, which)
  const before = await findBulk(context, bulk.id)
  if (before) return asBefore(context, before, bulk.personId)
  await requireRoom(context, bulk.personId)
  if (await insertBulk(context, bulk)) {
    await insertRows(context, bulk.id, rowsOf(context, keys))
    await writeAudit(context, {
      action: 'bulk.started',
      subjectType: bulk.noun,
      subjectId: bulk.id,
      after: { fields: namesIn(bulk.change), rows: bulk.expected },
    })
    await announceBulk(context, bulk, { work: true })
    return presentBulk(context, bulk)
  }
  return asBefore(context, await findBulk(context, bulk.id), bulk.personId)
}

async function asBefore(context: Context, before: StoredBulk | undefined, personId: string): Promise<BulkView> {
  if (before?.personId !== personId) throw new AppError('already-exists')
  return presentBulk(context, before)
}

const bulkOf = (context: Context, { id, noun, change }: Asked, which: Which): StoredBulk => ({
  id,
  personId: ownId(context),
  actorKind: context.actor.kind === 'token' ? 'token' : 'person',
  locale: context.locale,
  noun,
  change,
  state: 'working',
  startedAt: context.now,
  undoUntil: undoEnd(context.now),
  undoAskedAt: null,
  expected: 'keys' in which ? which.keys.length : which.expected,
  byFilters: 'filters' in which,
  selection: 'filters' in which ? which.filters : null,
  afterId: null,
  stoppedBy: null,
})
