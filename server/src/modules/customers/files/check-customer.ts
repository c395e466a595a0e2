import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { readFields } from '../fields/fields.queries.ts'
import { judgeCustom } from '../fields/settle-custom.ts'
import { sentenceOfDoubt } from './doubt-words.ts'
import { warnOfDuplicates } from '../duplicates/warn-of-duplicates.ts'
import { raiseDoubts } from './settle-doubts.ts'
import { tidyAccessPoint, tidyFields } from './tidy.rules.ts'

type Check = typeof contract.customers.check

/** The doubts that saving these values would raise, and the files that the customer may have already, told beforehand. Nothing is written. */
export async function checkCustomer(context: Context, body: BodyOf<Check>): Promise<AnswerOf<Check>> {
  const {
    customerId,
    accessPoints = [],
    unitId: _unit,
    ownerId: _owner,
    acceptedProblems: _reasons,
    source: _source,
    custom: said,
    ...given
  } = body
  const points = accessPoints.map((point, position) => tidyAccessPoint(point, String(position)))
  const fields = tidyFields(given)
  const { values, problems } = await judgeCustom(context, said ? await readFields(context) : [], {
    customerId,
    before: {},
    given: said,
    fields,
    asksAll: false,
  })
  const doubts = await raiseDoubts(context, { fields, accessPoints: points, custom: values }, customerId)
  return {
    duplicates: await warnOfDuplicates(context, { fields: { ...fields, kind: fields.kind ?? 'person' }, accessPoints: points }, customerId),
    problems: [
      ...problems.map(({ field, code: problem, message }) => ({ field, problem, message, suggestion: null, refused: true })),
      ...doubts.map((doubt) => ({
        field: doubt.field,
        problem: doubt.problem,
        message: sentenceOfDoubt(doubt, context.locale),
        suggestion: doubt.suggestion,
      })),
    ],
  }
}
