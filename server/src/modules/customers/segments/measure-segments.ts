import { leavesOf, undoWindowSeconds } from '@parvandeh/contract'
import type { Condition } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { zoneOf } from '../../identity/index.ts'
import { segmentCondition } from './segment-condition.queries.ts'
import { findAnySegment, forgetSegments, nextSegmentIds } from './segments.queries.ts'
import { countAll, writeSize } from './size.queries.ts'

const atOnce = 50

/** Counts every segment over all files and keeps it as the size of the day. Removed ones are forgotten for good. */
export async function measureSegments({ runAsSystem, signal }: LongTools): Promise<void> {
  let after: string | undefined
  do {
    const ids = await runAsSystem((context) => nextSegmentIds(context, after, atOnce))
    for (const id of ids) {
      if (signal.aborted) return
      await runAsSystem((context) => measureSegment(context, id))
    }
    after = ids.length === atOnce ? ids.at(-1) : undefined
  } while (after !== undefined)
  await runAsSystem((context) => forgetSegments(context, new Date(context.now.getTime() - undoWindowSeconds * 1000)))
}

/** Counts one segment over all files. A rule that speaks of whoever reads it has no size of its own, and one that can no longer be asked none either. */
export async function measureSegment(context: Context, segmentId: string): Promise<void> {
  const segment = await findAnySegment(context, segmentId)
  if (!segment || (segment.condition !== null && speaksOfReader(segment.condition))) return
  const zone = await zoneOf(context)
  try {
    const count = await countAll(context, await segmentCondition(context, segment))
    await writeSize(context, segmentId, localDay(context.now, zone), count)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const speaksOfReader = (condition: Condition): boolean =>
  leavesOf(condition).some(({ value }) => value === 'me' || (Array.isArray(value) && value.includes('me')))
