import type { AnswerOf, Condition, contract } from '@parvandeh/contract'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { countList } from '../list/list.queries.ts'
import { estimateFrom, exactly } from './estimate.rules.ts'
import { requireSegment } from './find-segment.ts'
import { segmentCondition } from './segment-condition.queries.ts'
import { amongVisible, sampleFiles } from './size.queries.ts'

type Size = AnswerOf<typeof contract.segments.size>

const mostCounted = 10_000
const pagesLooked = 2000

/** How many of the files that the reader may see are in the segment. */
export async function sizeOfSegment(context: Context, segmentId: string): Promise<Size> {
  return sizeOf(context, await segmentCondition(context, await requireSegment(context, segmentId)))
}

/** The same for a condition that is still being put together. */
export async function sizeOfCondition(context: Context, condition: Condition): Promise<Size> {
  return sizeOf(context, await compileCondition(context, condition, { input: 'condition' }))
}

/** Counted up to ten thousand; beyond that, a sample of pages is enough to say about how many. */
export async function sizeOf(context: Context, condition: RawBuilder<boolean>, pages = pagesLooked): Promise<Size> {
  const where = amongVisible(context, condition)
  const counted = await countList(context, where, mostCounted + 1)
  return counted <= mostCounted ? exactly(counted) : estimateFrom(await sampleFiles(context, where, pages), mostCounted + 1)
}
