import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { insertInteractions } from '../interactions.queries.ts'
import type { StoredInteraction } from '../interactions.queries.ts'
import { interactionLine } from './interaction-line.ts'

/** An interaction of the past, told now. */
export type PastInteraction = Omit<StoredInteraction, 'id'>

/**
 * Stores many interactions of the past with their lines on the timelines, and gives their ids in the same order, which
 * is theirs in time too. No rights are checked: the caller answers for those. Some hundreds a call.
 */
export async function loadInteractions(context: Context, past: readonly PastInteraction[]): Promise<string[]> {
  if (past.length === 0) return []
  const stored = past.map((one) => ({ ...one, id: newId(one.startedAt) }))
  await insertInteractions(context, stored)
  await writeAudit(context, { action: 'interactions.loaded', subjectType: 'interaction', after: { count: stored.length } })
  await context.publish('interactions.history-loaded', { timeline: stored.map(interactionLine) })
  return stored.map(({ id }) => id)
}
