import { leavesOf } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { segmentCondition } from '../segments/segment-condition.queries.ts'
import { findAnySegment, nextSegmentIds } from '../segments/segments.queries.ts'
import { measureFields } from './measure-fields.queries.ts'
import { clearDay, measureFiles } from './day.queries.ts'

const mostSegments = 200

/** Counts the files of today by whose they are, over all of them and over each segment, and what each field is used for. */
export async function measureDay(context: Context): Promise<void> {
  const day = localDay(context.now, 'Asia/Tehran')
  await clearDay(context, day)
  await measureFiles(context, day, null, undefined)
  for (const id of await nextSegmentIds(context, undefined, mostSegments)) {
    const segment = await findAnySegment(context, id)
    // A rule that speaks of whoever reads it is another for each.
    if (!segment || (segment.condition && leavesOf(segment.condition).some(({ value }) => JSON.stringify(value ?? '').includes('"me"'))))
      continue
    try {
      await measureFiles(context, day, id, await segmentCondition(context, segment))
    } catch (error) {
      // Its rule asks about what is no longer there.
      if (!(error instanceof AppError)) throw error
    }
  }
  await measureFields(context, day)
}
