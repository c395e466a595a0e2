import { fieldsNamedIn } from '@parvandeh/contract'
import type { Condition } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { peopleOfUnit } from '../../identity/index.ts'
import { hiddenAmong } from '../conditions/for-reader.ts'
import { findSegment, readSegments } from './segments.queries.ts'
import type { StoredSegment } from './segments.queries.ts'

const mostShown = 500

/** A segment as the reader finds it; `usable`: whether its rule can be asked under the reader's rights; `hidden`: fields that cannot. */
export type FoundSegment = StoredSegment & { usable: boolean; hidden: ReadonlySet<string> }

/**
 * The segments that the reader is told of. One whose rule asks about a field that the reader may not read is not among
 * them, or its size would tell of the field; its owner alone still finds it, as one that cannot be used.
 */
export async function findSegments(context: Context): Promise<FoundSegment[]> {
  const stored = await readSegments(context, await peopleOfUnit(context, context.actor.unitId), mostShown)
  return toldOf(context, stored)
}

/** One segment, also a removed one if so asked; what is hidden is as if it were not there. */
export async function requireSegment(context: Context, segmentId: string, alsoRemoved = false): Promise<FoundSegment> {
  const stored = await findSegment(context, segmentId, await peopleOfUnit(context, context.actor.unitId))
  const [told] = await toldOf(context, stored ? [stored] : [])
  if (!told || (told.removedAt !== null && !alsoRemoved)) throw new AppError('not-found')
  return told
}

/** A segment that the actor may change: their own, or a shared one where they manage the organisation. */
export async function requireOwnSegment(context: Context, segmentId: string, alsoRemoved = false): Promise<FoundSegment> {
  const segment = await requireSegment(context, segmentId, alsoRemoved)
  if (!mayChange(context.actor, segment)) throw new AppError('not-permitted')
  return segment
}

export const mayShareWithAll = ({ grants }: Actor): boolean => grants['identity.manage'] !== undefined
export const mayChange = (actor: Actor, { ownerId }: Pick<StoredSegment, 'ownerId'>): boolean =>
  ownerId === actor.personId || mayShareWithAll(actor)

async function toldOf(context: Context, stored: readonly StoredSegment[]): Promise<FoundSegment[]> {
  const unaskable = await hiddenAmong(
    context,
    stored.flatMap(({ fields }) => fields),
  )
  return stored
    .map((segment) => ({ ...segment, hidden: unaskable, usable: !segment.fields.some((key) => unaskable.has(key)) }))
    .filter(({ usable, ownerId }) => usable || ownerId === context.actor.personId)
}

/** What a rule asks about, to be kept beside it. */
export const fieldsAsked = (condition: Condition | null): string[] => (condition === null ? [] : fieldsNamedIn(condition))
