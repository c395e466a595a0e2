import type { Context } from '../../../platform/context.ts'
import { countKept } from '../sheets/read-sheets.ts'
import type { Question } from './understand-question.ts'

/** Of more records than this, gathering the files of a segment once takes less than asking each record whose it is. */
const manyRecords = 50_000

/** The same question, with its segment read in the way that is shorter for so many records. */
export async function withSegmentRead(context: Context, question: Question): Promise<Question> {
  if (question.ofSegment === undefined || (await countKept(context, question)) <= manyRecords) return question
  return { ...question, segmentReadBy: 'segment' }
}
