import { mostChosen } from '@parvandeh/contract'
import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { chooseFiles } from '../bulk/choose-files.ts'
import type { Which } from '../bulk/choose-files.ts'
import { requireOwnSegment } from './find-segment.ts'
import { countChange, deleteChange, deleteMembers, insertMembers } from './members.queries.ts'

type Add = typeof contract.segments.add
type Take = typeof contract.segments.take

/** Puts customers that the actor sees into a segment by hand: named ones, or all that fit the filters of a list. */
export async function addMembers(context: Context, segmentId: string, given: BodyOf<Add>): Promise<AnswerOf<Add>> {
  await requireByHand(context, segmentId)
  const before = await countChange(context, segmentId, given.changeId)
  // Asked for again: it has been done.
  if (before > 0) return { added: before, there: 0 }
  const done = await putMembers(context, segmentId, given)
  await context.publish('customers.segment-changed', { id: segmentId })
  return done
}

/** The same for a segment that was just made: no rights to it are asked. */
export async function putMembers(context: Context, segmentId: string, { which, changeId }: BodyOf<Add>): Promise<AnswerOf<Add>> {
  const ids = await chosenIds(context, which)
  const added = await insertMembers(context, segmentId, changeId, ids)
  await audit(context, 'members-added', segmentId, { added, changeId })
  return { added, there: ids.length - added }
}

/** Takes customers out that the actor sees, or those that one change put in. */
export async function takeMembers(context: Context, segmentId: string, body: BodyOf<Take>): Promise<AnswerOf<Take>> {
  await requireByHand(context, segmentId)
  const removed =
    'changeId' in body
      ? await deleteChange(context, segmentId, body.changeId)
      : await deleteMembers(context, segmentId, await chosenIds(context, body.which))
  await audit(context, 'members-removed', segmentId, { removed })
  await context.publish('customers.segment-changed', { id: segmentId })
  return { removed }
}

async function requireByHand(context: Context, segmentId: string): Promise<void> {
  const { condition } = await requireOwnSegment(context, segmentId)
  if (condition !== null) throw new AppError('segment-by-rule')
}

async function chosenIds(context: Context, which: Which): Promise<string[]> {
  const { files } = await chooseFiles(context, which)
  if (files.length > mostChosen) throw new AppError('bulk-too-large')
  return files.map(({ customerId }) => customerId)
}

const audit = (context: Context, verb: string, subjectId: string, after: object) =>
  writeAudit(context, { action: `segment.${verb}`, subjectType: 'segment', subjectId, after })
