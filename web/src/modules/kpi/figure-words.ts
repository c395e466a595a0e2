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

/** A change in words, for a sentence: «۲۱ دقیقه بیشتر». */
export function saidChange(value: number, { unit }: FigureDefinition, words: Words, format: Formats): string {
  const written = writeFigure(Math.abs(value), unit, format)
  return value > 0 ? words.up(written) : value < 0 ? words.down(written) : words.same
}

/** A change with an arrow, for a column: a plus or minus would stand on the wrong side of a Persian number. */
export function signed(value: number, { unit }: FigureDefinition, format: Formats): string {
  const written = writeFigure(Math.abs(value), unit, format)
  return value > 0 ? `↑ ${written}` : value < 0 ? `↓ ${written}` : written
}

/** The number of records as a figure: every bucket has it, whatever else it says. */
export const countKey = 'count'

/** A figure of a bucket, where it has it. */
export const figureOf = (bucket: Bucket, { key }: FigureDefinition): Bucket['figures'][string] | undefined =>
  key === countKey ? { value: bucket.count, missing: null, count: bucket.count } : bucket.figures[key]

/** What to write for a figure of a bucket: its value, or why there is none. */
export function saidFigure(bucket: Bucket, figure: FigureDefinition, words: Words, format: Formats): { text: string; isMissing: boolean } {
  const found = figureOf(bucket, figure)
  if (found?.value != null) return { text: writeFigure(found.value, figure.unit, format), isMissing: false }
  return { text: words.missing[found?.missing ?? 'no-records'], isMissing: true }
}

interface Names {
  personName: (id: string | null) => string | undefined
  unitName: (id: string | null) => string | undefined
  topicName: (id: string) => string | undefined
  productName: (id: string) => string | undefined
}

interface LabelTools {
  words: Words
  format: Formats
  names: Names
  definition: IndicatorDefinition | undefined
}

/** The name of a bucket: a day, an hour of a weekday, a Jalali month, a colleague, a topic, a band of values. */
export function bucketLabel(by: Bucketing, key: string, tools: LabelTools): string {
  const { words, format, names } = tools
  const weekday = (of: string | undefined) => weekdayNames[format.language][Number(of)] ?? key
  switch (by) {
    case 'none':
      return words.bucketings.none
    case 'day':
      return format.day(key, 'long')
    case 'weekday':
      return weekday(key)
    case 'hour':
      return words.hourOf(format.digits(key))
    case 'weekday-hour':
      return `${weekday(key.split('-')[0])}${format.language === 'fa' ? '، ' : ', '}${words.hourOf(format.digits(key.split('-')[1] ?? ''))}`
    case 'month':
      return monthName(key, format)
    case 'month-part':
      return wordOf(words.monthParts, key)
    case 'person':
      return key === 'none' ? words.nobody : (names.personName(key) ?? words.someone)
    case 'unit':
      return key === 'none' ? words.noUnit : (names.unitName(key) ?? key)
    case 'topic':
      return key === 'none' ? words.noTopic : (names.topicName(key) ?? key)
    case 'product':
      return key === 'none' ? words.noProduct : (names.productName(key) ?? key)
    case 'channel':
      return wordOf(words.channels, key)
    case 'state':
      return wordOf(words.states, key)
    case 'band':
      return bandLabel(key, tools)
  }
}

const wordOf = (words: Record<string, string>, key: string): string => words[key] ?? key

function bandLabel(key: string, { words, format, definition }: LabelTools): string {
  const edges = definition?.bands?.edges ?? []
  const unit = definition?.values.find((value) => value.key === definition.bands?.value)?.unit ?? 'exchanges'
  if (key === 'none') return words.noValue
  const [from, to] = [edges[Number(key) - 1], edges[Number(key)]]
  // Things that are counted one by one have no room between 1 and 2.
  if (unit !== 'seconds') {
    if (to === undefined) return words.bandAbove(format.number(from ?? 0))
    const [first, last] = [from ?? 0, to - 1]
    return first === last ? format.number(first) : words.bandBetween(format.number(first), format.number(last))
  }
  if (from === undefined) return words.bandBelow(writeFigure(to ?? 0, unit, format))
  if (to === undefined) return words.bandAbove(writeFigure(from, unit, format))
  return words.bandBetween(writeFigure(from, unit, format), writeFigure(to, unit, format))
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
