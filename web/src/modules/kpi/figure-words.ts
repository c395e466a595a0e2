import type { kpiRoutes, ResponseOf } from '@parvandeh/contract'
import { jalaliMonthNames, gregorianMonthNames, weekdayNames } from '@parvandeh/contract/persian'
import type { Formats } from '../../persian/format.ts'
import type { Bucketing } from './kpi-search.ts'
import type { useKpiWords } from './messages.ts'

export type IndicatorDefinition = ResponseOf<typeof kpiRoutes.list>['indicators'][number]
export type Indicator = ResponseOf<typeof kpiRoutes.show>
export type Bucket = Indicator['whole']
export type FigureDefinition = IndicatorDefinition['figures'][number]
type Words = ReturnType<typeof useKpiWords>
type Unit = FigureDefinition['unit']

/** A figure written out in its unit. */
export function writeFigure(value: number, unit: Unit, format: Formats): string {
  if (unit === 'seconds') return format.duration(value)
  if (unit === 'share') return format.percent(value)
  return Number.isInteger(value) ? format.number(value) : format.decimal(value)
}

/** What to write for a figure of a bucket: its value, or why there is none. */
export function saidFigure(bucket: Bucket, figure: FigureDefinition, words: Words, format: Formats): { text: string; isMissing: boolean } {
  const found = bucket.figures[figure.key]
  if (found?.value != null) return { text: writeFigure(found.value, figure.unit, format), isMissing: false }
  return { text: words.missing[found?.missing ?? 'no-records'], isMissing: true }
}

interface Names {
  personName: (id: string | null) => string | undefined
  topicName: (id: string) => string | undefined
}

/** The name of a bucket: a day, a weekday, a Jalali month, an hour, a colleague or a topic. */
export function bucketLabel(by: Bucketing, key: string, { words, format, names }: { words: Words; format: Formats; names: Names }): string {
  if (by === 'day') return format.day(key, 'day-month')
  if (by === 'weekday') return weekdayNames[format.language][Number(key)] ?? key
  if (by === 'hour') return words.hourOf(format.digits(key))
  if (by === 'month') return monthName(key, format)
  if (by === 'person') return key === 'none' ? words.nobody : (names.personName(key) ?? words.someone)
  if (by === 'topic') return key === 'none' ? words.noTopic : (names.topicName(key) ?? key)
  return words.bucketings.none
}

/** `1403-05` as مرداد ۱۴۰۳; buckets are Jalali in both languages, since the year of work is. */
function monthName(key: string, format: Formats): string {
  const [year = '', month = '1'] = key.split('-')
  const names = Number(year) > 1700 ? gregorianMonthNames : jalaliMonthNames
  return `${names[format.language][Number(month) - 1] ?? month} ${format.digits(year)}`
}

export interface FigureRow {
  key: string
  title: string
  unit: Unit
  mean: FigureDefinition
  median: FigureDefinition
  p90: FigureDefinition
}

/** Sorts an indicator's figures: those that come as mean, median and 90th percentile, those that stand alone, and those not measured yet. */
export function sortFigures(definition: IndicatorDefinition, language: 'fa' | 'en') {
  const measured = definition.figures.filter(({ value }) => value !== null)
  const groups = Map.groupBy(
    measured.filter(({ measure }) => measure !== 'sum'),
    ({ key }) => key.slice(0, key.lastIndexOf('.')),
  )
  const spreads = [...groups].flatMap(([key, figures]) => spreadOf(key, figures, definition, language))
  const inSpread = new Set(spreads.flatMap((row) => [row.mean.key, row.median.key, row.p90.key]))
  return {
    spreads,
    single: measured.filter(({ key }) => !inSpread.has(key)),
    unmeasured: definition.figures.filter(({ value }) => value === null),
  }
}

function spreadOf(key: string, figures: FigureDefinition[], definition: IndicatorDefinition, language: 'fa' | 'en'): FigureRow[] {
  const [mean, median, p90] = (['mean', 'median', 'p90'] as const).map((measure) =>
    figures.find((figure) => figure.key === `${key}.${measure}`),
  )
  if (!mean || !median || !p90) return []
  const value = definition.values.find((one) => one.key === mean.value)
  const title = mean.per === 'record' ? (value?.[language] ?? mean[language]) : mean[language].replace(/^\S+\s/u, '')
  return [{ key, title, unit: mean.unit, mean, median, p90 }]
}
