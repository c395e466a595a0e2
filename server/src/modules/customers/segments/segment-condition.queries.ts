import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor, Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { requireSegment } from './find-segment.ts'
import { isPutInto } from './members.queries.ts'
import type { StoredSegment } from './segments.queries.ts'

interface Options {
  actor?: Actor
  alias?: string
  /** Segments whose rules led here. */
  within?: readonly string[]
}

/**
 * The files of a segment as SQL over files (`customers.customer`, alias `c`): its rule is read anew each time, under the
 * rights of whoever asks. Which files they may see at all is not in it.
 */
export function segmentCondition(
  context: Context,
  { id, condition }: Pick<StoredSegment, 'id' | 'condition'>,
  { actor = context.actor, alias = 'c', within = [] }: Options = {},
): Promise<RawBuilder<boolean>> {
  if (condition === null) return Promise.resolve(isPutInto(id, alias))
  return compileCondition(context, condition, { actor, alias, within: [...within, id], input: 'segmentId' })
}

/** The files of the segment that a list is narrowed to; of one that the actor is not told of, or cannot use, none. */
export async function listedSegment(context: Context, segmentId: string): Promise<RawBuilder<boolean>> {
  try {
    return await segmentCondition(context, await requireSegment(context, segmentId))
  } catch (error) {
    if (error instanceof AppError) return sql<boolean>`false`
    throw error
  }
}

/** The condition that every file meets. */
export const anyFile: RawBuilder<boolean> = sql<boolean>`true`
