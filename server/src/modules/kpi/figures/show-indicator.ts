import type { AnswerOf, contract, IndicatorKey, QueryOf } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { expectedKeys } from './buckets.rules.ts'
import { readDailyCounts, readFigures } from './figures.queries.ts'
import { readIntervals } from './intervals.queries.ts'
import type { Intervals } from './intervals.queries.ts'
import { presentBucket } from './present-bucket.rules.ts'
import type { Question } from './understand-question.ts'
import { understandQuestion } from './understand-question.ts'
import { countsOver } from './rates.rules.ts'
import { withSegmentRead } from './read-segment.ts'
import type { Folded } from '../sheets/finish-fold.ts'
import { readFromSheets } from '../sheets/read-sheets.ts'

/** Most people, topics or the like that are shown. */
const mostBuckets = 1000

/** An indicator over a period, of the whole and by buckets; buckets of time without records are there with a count of zero. */
export async function showIndicator(
  context: Context,
  indicator: IndicatorKey,
  { intervals: withIntervals, ...query }: QueryOf<typeof contract.kpi.show>,
): Promise<AnswerOf<typeof contract.kpi.show>> {
  const question = await understandQuestion(context, indicator, query)
  const { definition, by, days, today, figures } = question
  const expected = expectedKeys(by, days, definition)
  const limit = (expected?.length ?? mostBuckets + 1) + 1
  const { rows, counts, ...read } =
    (await readFromSheets(context, question, limit)) ?? (await readFromFacts(context, question, limit, withIntervals === true))
  const intervals = withIntervals ? read.intervals : undefined
  const whole = rows.find((row) => row.whole)
  const byKey = new Map(rows.filter((row) => !row.whole).map((row) => [row.bucket ?? '', row]))
  const keys = expected ?? [...byKey.keys()].slice(0, mostBuckets)
  const present = (key: string) =>
    presentBucket({
      definition,
      figures,
      key,
      read: key === 'all' ? whole : byKey.get(key),
      ratesOver: (per) => countsOver({ per, key, by, days, today, counts }),
      intervals: intervals?.get(key),
    })
  return {
    key: indicator,
    unit: definition.unit,
    by,
    whole: present('all'),
    buckets: keys.map(present),
    more: expected === undefined && byKey.size > mostBuckets,
  }
}

/** Numbers per day and month need to know the days; other indicators are not asked. */
async function readFromFacts(context: Context, asked: Question, limit: number, withIntervals: boolean): Promise<Folded> {
  const question = await withSegmentRead(context, asked)
  const rows = await readFigures(context, question, limit)
  const intervals: Intervals = withIntervals ? await readIntervals(context, question, rows) : new Map()
  const counts = question.figures.some(({ per }) => per !== 'record') ? await readDailyCounts(context, question) : new Map<string, number>()
  return { rows, intervals, counts }
}
