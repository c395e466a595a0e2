import type { AnswerOf, QueryOf, Segment, contract } from '@parvandeh/contract'
import { addDays, localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { zoneOf } from '../../identity/index.ts'
import { findSegments, mayShareWithAll, requireSegment } from './find-segment.ts'
import { presentSegment, presentSegments } from './present-segment.ts'
import { readSizes } from './size.queries.ts'

type History = typeof contract.segments.history

const [usualDays, mostDays] = [90, 800]

/** The segments that the reader is told of, by name. */
export async function listSegments(context: Context): Promise<AnswerOf<typeof contract.segments.list>> {
  const segments = await presentSegments(context, await findSegments(context))
  return {
    segments: segments.toSorted((a, b) => a.name.localeCompare(b.name, 'fa')),
    canShareWithAll: mayShareWithAll(context.actor),
  }
}

export const showSegment = async (context: Context, segmentId: string): Promise<Segment> =>
  presentSegment(context, await requireSegment(context, segmentId))

/** What was counted day by day over all files: for those who see all files, as it would tell others of what they do not see. */
export async function segmentHistory(context: Context, segmentId: string, { from, to }: QueryOf<History>): Promise<AnswerOf<History>> {
  const segment = await requireSegment(context, segmentId)
  if (context.actor.grants['customers.read'] !== 'all' || !segment.usable) return { isShown: false, days: [] }
  const last = to ?? localDay(context.now, await zoneOf(context))
  const earliest = addDays(last, -mostDays)
  const first = from ?? addDays(last, -usualDays)
  return { isShown: true, days: await readSizes(context, segmentId, first < earliest ? earliest : first, last) }
}
