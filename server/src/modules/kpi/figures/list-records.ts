import type { AnswerOf, contract, IndicatorKey, QueryOf } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { pageFrom } from '../../../platform/paging.ts'
import { understandQuestion } from './understand-question.ts'
import { readRecords } from './records.queries.ts'

/** The records behind a figure, the latest first: of the whole period, or of one bucket. Their values add up to the figure. */
export async function listRecords(
  context: Context,
  indicator: IndicatorKey,
  { limit, after, bucket, ...query }: QueryOf<typeof contract.kpi.records>,
): Promise<AnswerOf<typeof contract.kpi.records>> {
  const question = await understandQuestion(context, indicator, query)
  const rows = await readRecords(context, question, { bucket, limit: limit + 1, after })
  const page = pageFrom(rows, limit, (row) => [row.place, row.id])
  return { ...page, rows: page.rows.map(({ place: _place, at, ...row }) => ({ ...row, at: at.toISOString() })) }
}
