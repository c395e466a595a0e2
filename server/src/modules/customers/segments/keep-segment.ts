import { mostSegments, undoWindowSeconds } from '@parvandeh/contract'
import type { BodyOf, Segment, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { laidOver } from '../../../platform/laid-over.ts'
import { writeAudit } from '../../identity/index.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { putMembers } from './members.ts'
import { fieldsAsked, mayShareWithAll, requireOwnSegment, requireSegment } from './find-segment.ts'
import { presentSegment } from './present-segment.ts'
import { countOwnSegments, insertSegment, markSegment, updateSegment } from './segments.queries.ts'
import type { StoredSegment } from './segments.queries.ts'

/** Keeps a segment under a name, by rule or with the members that are put in by hand. */
export async function createSegment(context: Context, { members, ...given }: BodyOf<typeof contract.segments.create>): Promise<Segment> {
  const ownerId = context.actor.personId
  if (ownerId === null || (given.audience === 'all' && !mayShareWithAll(context.actor))) throw new AppError('not-permitted')
  if (given.condition) await compileCondition(context, given.condition, { input: 'condition' })
  if ((await countOwnSegments(context, ownerId)) >= mostSegments) throw new AppError('too-many-segments')
  const id = newId(context.now)
  await insertSegment(context, {
    ...given,
    id,
    ownerId,
    name: foldForStorage(given.name),
    description: foldForStorage(given.description),
    fields: fieldsAsked(given.condition),
  })
  await audit(context, 'created', id, { after: given })
  if (members && given.condition === null) await putMembers(context, id, { which: members, changeId: newId(context.now) })
  await context.publish('customers.segment-changed', { id })
  return presentSegment(context, await requireSegment(context, id))
}

/** Changes a segment, by whoever may, from the version that they saw. */
export async function changeSegment(
  context: Context,
  segmentId: string,
  { version, ...given }: BodyOf<typeof contract.segments.change>,
): Promise<Segment> {
  const before = await requireOwnSegment(context, segmentId)
  if (given.condition && before.condition === null) throw new AppError('segment-by-hand')
  const kept = keptOf(before)
  const tidy = {
    ...given,
    name: given.name && foldForStorage(given.name),
    description: given.description && foldForStorage(given.description),
  }
  const after = laidOver(kept, tidy)
  if (given.condition) await compileCondition(context, given.condition, { input: 'condition', within: [segmentId] })
  if (after.audience === 'all' && before.audience !== 'all' && !mayShareWithAll(context.actor)) throw new AppError('not-permitted')
  const fields = fieldsAsked(after.condition)
  if (!(await updateSegment(context, { ...after, fields, id: segmentId, version }))) throw new AppError('changed-meanwhile')
  await audit(context, 'changed', segmentId, { before: kept, after })
  if (given.condition) await context.publish('customers.segment-changed', { id: segmentId })
  return presentSegment(context, await requireSegment(context, segmentId))
}

/** Removes a segment from everybody's lists; for a while it can be put back. */
export async function removeSegment(context: Context, segmentId: string): Promise<void> {
  const segment = await requireOwnSegment(context, segmentId)
  await markSegment(context, segmentId, context.now)
  await audit(context, 'removed', segmentId, { before: keptOf(segment) })
}

/** Puts a removed segment back, with its members and its history. */
export async function restoreSegment(context: Context, segmentId: string): Promise<Segment> {
  const segment = await requireOwnSegment(context, segmentId, true)
  if (segment.removedAt) {
    if (context.now.getTime() - segment.removedAt.getTime() > undoWindowSeconds * 1000) throw new AppError('undo-too-late')
    await markSegment(context, segmentId, null)
    await audit(context, 'restored', segmentId, { after: keptOf(segment) })
  }
  return presentSegment(context, await requireSegment(context, segmentId))
}

const keptOf = ({ name, description, audience, condition }: StoredSegment) => ({ name, description, audience, condition })

const audit = (context: Context, verb: string, subjectId: string, parts: { before?: unknown; after?: unknown }) =>
  writeAudit(context, { action: `segment.${verb}`, subjectType: 'segment', subjectId, ...parts })
