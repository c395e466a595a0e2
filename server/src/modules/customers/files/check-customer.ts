import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { sentenceOfDoubt } from './doubt-words.ts'
import { raiseDoubts } from './settle-doubts.ts'
import { tidyAccessPoint, tidyFields } from './tidy.rules.ts'

type Check = typeof contract.customers.check

/** The doubts that saving these values would raise, told beforehand. Nothing is written. */
export async function checkCustomer(context: Context, body: BodyOf<Check>): Promise<AnswerOf<Check>> {
  const { customerId, accessPoints = [], unitId: _unit, ownerId: _owner, acceptedProblems: _reasons, source: _source, ...given } = body
  const points = accessPoints.map((point, position) => tidyAccessPoint(point, String(position)))
  const doubts = await raiseDoubts(context, { fields: tidyFields(given), accessPoints: points }, customerId)
  return {
    problems: doubts.map((doubt) => ({
      field: doubt.field,
      problem: doubt.problem,
      message: sentenceOfDoubt(doubt, context.locale),
      suggestion: doubt.suggestion,
    })),
  }
}
