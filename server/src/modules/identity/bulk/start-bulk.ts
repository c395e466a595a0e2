import { mostChosen } from '@parvandeh/contract'
import type { BulkView } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { ownId } from '../access/own-id.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { announceBulk } from './announce-bulk.ts'
import { findBulk, insertBulk, undoEnd } from './bulk.queries.ts'
import type { BulkKey, StoredBulk } from './bulk.types.ts'
import { presentBulk } from './show-bulk.ts'

interface Asked {
  id: string
  noun: BulkView['noun']
  change: unknown
  keys: readonly BulkKey[]
}

/** What was set is told row by row, under the keys of the rows' customers. */
const namesIn = (change: unknown): string[] =>
  Object.entries(change ?? {}).flatMap(([name, value]) => (value === undefined ? [] : name === 'act' ? [`act ${String(value)}`] : [name]))

/** Keeps what was asked, row by row, and leaves the work to the job queue. Asked twice under one id, it is done once. */
export async function startBulk(context: Context, { id, noun, change, keys }: Asked): Promise<BulkView> {
  if (keys.length > mostChosen) throw new AppError('bulk-too-large')
  const personId = ownId(context)
  const bulk: StoredBulk = {
    id,
    personId,
    actorKind: context.actor.kind === 'token' ? 'token' : 'person',
    locale: context.locale,
    noun,
    change,
    state: 'working',
    startedAt: context.now,
    undoUntil: undoEnd(context.now),
    undoAskedAt: null,
    total: keys.length,
  }
  if (await insertBulk(context, bulk, keys)) {
    await writeAudit(context, {
      action: 'bulk.started',
      subjectType: noun,
      subjectId: id,
      after: { fields: namesIn(change), rows: keys.length },
    })
    await announceBulk(context, bulk, { work: true })
    return presentBulk(context, bulk)
  }
  const before = await findBulk(context, id)
  if (before?.personId !== personId) throw new AppError('already-exists')
  return presentBulk(context, before)
}
