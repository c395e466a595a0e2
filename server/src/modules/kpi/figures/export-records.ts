import type { IndicatorKey, QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { everyRow } from '../../../platform/http/export-table.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { pageFrom } from '../../../platform/paging.ts'
import { directoryNames, exportList } from '../../identity/index.ts'
import { readRecords } from './records.queries.ts'
import type { ReadRecord } from './records.queries.ts'
import { understandQuestion } from './understand-question.ts'
import type { Question } from './understand-question.ts'

const rowsAtOnce = 1000

/** The records behind a figure as a file, whole and in their order: those that the actor may also take out as requests. */
export async function exportRecords(
  context: Context,
  indicator: IndicatorKey,
  { bucket, format, columns, ...query }: QueryOf<typeof contract.kpi.exportRecords>,
): Promise<Download> {
  const question = await understandQuestion(context, indicator, query)
  const { people } = await directoryNames(context)
  return exportList(context, {
    action: 'kpi.records-exported',
    subjectType: 'indicator',
    name: question.definition.title,
    asked: { format, columns },
    filters: { indicator, bucket, ...query },
    columns: columnsOf(question, people),
    rows: everyRow(async (after) => {
      const read = await readRecords(context, question, { bucket, limit: rowsAtOnce + 1, after, also: 'service.export' })
      return pageFrom(read, rowsAtOnce, (row) => [row.place, row.id])
    }),
  })
}

const states = {
  known: { fa: 'در شمار', en: 'Counted' },
  'not-recorded': { fa: 'ثبت نشده', en: 'Not recorded' },
  'not-yet': { fa: 'هنوز نه', en: 'Not yet' },
}
const unitWords = { seconds: { fa: 'ثانیه', en: 'seconds' }, requests: null, exchanges: null, share: null }

/** What the list of records shows, under the same keys; durations in seconds, so that they can be reckoned with. */
function columnsOf({ definition }: Question, people: ReadonlyMap<string, string>): ExportColumn<ReadRecord>[] {
  return [
    { key: 'number', header: { fa: 'شماره', en: 'Number' }, cell: ({ number }) => number },
    { key: 'subject', header: { fa: 'موضوع', en: 'Subject' }, accessClass: 'internal', cell: ({ subject }) => subject },
    { key: 'at', header: { fa: 'زمان', en: 'At' }, kind: 'moment', cell: ({ at }) => at },
    { key: 'person', header: { fa: 'کارشناس', en: 'By' }, cell: ({ personId }) => personId && people.get(personId) },
    ...definition.values.map(({ key, fa, en, unit }) => {
      const inUnit = unitWords[unit]
      const header = inUnit ? { fa: `${fa} (${inUnit.fa})`, en: `${en} (${inUnit.en})` } : { fa, en }
      return { key, header, cell: ({ values }: ReadRecord) => values[key] }
    }),
    { key: 'state', header: { fa: 'وضعیت', en: 'State' }, cell: ({ state }, locale) => states[state][locale] },
  ]
}
