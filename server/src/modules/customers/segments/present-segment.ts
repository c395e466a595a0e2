import type { Segment } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { personNames } from '../../identity/index.ts'
import { withoutHidden } from '../conditions/for-reader.ts'
import { mayChange } from './find-segment.ts'
import type { FoundSegment } from './find-segment.ts'

/** Segments as their readers see them. */
export async function presentSegments(context: Context, segments: readonly FoundSegment[]): Promise<Segment[]> {
  const names = await personNames(
    context,
    segments.map(({ ownerId }) => ownerId),
  )
  return segments.map(({ fields: _, removedAt: __, hidden, createdAt, updatedAt, ...segment }) => ({
    ...segment,
    condition: segment.condition && withoutHidden(segment.condition, hidden),
    kind: segment.condition === null ? 'static' : 'rule',
    ownerName: names.get(segment.ownerId) ?? '',
    mine: segment.ownerId === context.actor.personId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    can: { change: mayChange(context.actor, segment) },
  }))
}

export async function presentSegment(context: Context, segment: FoundSegment): Promise<Segment> {
  const [shown] = await presentSegments(context, [segment])
  if (!shown) throw new Error('no segment')
  return shown
}
