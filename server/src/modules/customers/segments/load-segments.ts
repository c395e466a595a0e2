import type { Segment } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { zoneOf, writeAudit } from '../../identity/index.ts'
import { fieldsAsked } from './find-segment.ts'
import { insertMembers } from './members.queries.ts'
import { segmentCondition } from './segment-condition.queries.ts'
import { insertSegment } from './segments.queries.ts'
import { sizeOf } from './size-of-segment.ts'
import { writeSize } from './size.queries.ts'

/** A segment that was there before: by rule, or with these members. */
export interface PastSegment extends Pick<Segment, 'name' | 'description' | 'audience' | 'condition' | 'ownerId'> {
  members: readonly string[]
}

/** Keeps segments of the past, each with its size of today: nobody counted it before. No rights are checked: the caller answers for those. */
export async function loadSegments(context: Context, past: readonly PastSegment[]): Promise<void> {
  const today = localDay(context.now, await zoneOf(context))
  for (const { members, ...about } of past) {
    const id = newId(context.now)
    await insertSegment(context, { ...about, id, fields: fieldsAsked(about.condition) })
    await insertMembers(context, id, newId(context.now), members)
    const { count } = await sizeOf(context, await segmentCondition(context, { id, condition: about.condition }))
    await writeSize(context, id, today, count)
  }
  await writeAudit(context, { action: 'segments.loaded', subjectType: 'segment', after: { count: past.length } })
}
