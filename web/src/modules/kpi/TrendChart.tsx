import { addDays, comparedPeriods } from '@parvandeh/contract/persian'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { useHolidays } from '../../persian/holidays.ts'
import { Plot } from '../../ui/chart/Plot.tsx'
import { daysOf, type Period } from '../../ui/date/periods.ts'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { daysOfWeek, partOf, weeksOf } from './cut-edges.rules.ts'
import { axisOf, besideBase, pointOf, tickOf } from './chart-points.ts'
import type { Bucket, FigureDefinition, IndicatorDefinition } from './figure-words.ts'
import { type Bucketing, type Cut, type KpiSearch, recordsHref } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { useDaysSaid, useIndicator } from './use-compared.ts'
import { useBucketLabel } from './use-label.ts'

/** The cuts in which a base can lie beside the period, place by place. */
const comparable: readonly Bucketing[] = ['day', 'month', 'hour', 'weekday', 'month-part', 'band']

interface TrendChartProps {
  definition: IndicatorDefinition
  figure: FigureDefinition
  by: Cut
  search: KpiSearch
}

/** A figure over time or over classes, beside the same of the base; each point opens its records. */
export function TrendChart({ definition, figure, by: cut, search }: TrendChartProps) {
  // Weeks are made of the days.
  const by: Bucketing = cut === 'week' ? 'day' : cut
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const said = useDaysSaid()
  const label = useBucketLabel(definition)
  const today = format.today()
  const { now, base } = comparedPeriods(daysOf(search.period, today), search.base, today)
  // What is yet to come is no part of the trend.
  const asked = {
    by,
    value: figure.value ?? undefined,
    intervals: figure.per === 'record' && (figure.measure === 'median' || figure.measure === 'p90'),
  }
  const shown = useIndicator(definition, search, { ...asked, days: now })
  const before = useIndicator(definition, search, { ...asked, intervals: false, days: base, enabled: comparable.includes(by) })
  const { special } = useHolidays(now.from, addDays(now.to, 1))
  if (shown.error) return <ErrorState failure={shown.error} onRetry={() => void shown.refetch()} />
  if (!shown.data) return <SkeletonLines lines={5} />
  const figureOf = (by === 'day' || by === 'month') && figure.per !== 'record' ? countFigure(definition, figure) : figure
  const ofWeek = {
    label: (key: string) => said(daysOfWeek(key)),
    tick: (key: string) => format.day(daysOfWeek(key).from, 'day-month'),
    href: (key: string) => recordsHref(definition.key, { ...search, period: key as Period }, 'none', 'all'),
  }
  const ofCut = {
    label: (key: string) => label(by, key),
    tick: (key: string) => tickOf(by, key, format, (one) => label(by, one)),
    href: (key: string) => recordsHref(definition.key, { ...search, period: `${now.from}..${now.to}` }, by, key),
  }
  const tools = { words, format, figure: figureOf, ...(cut === 'week' ? ofWeek : ofCut) }
  const bucketsOf = (data: { buckets: Bucket[] }) => (cut === 'week' ? weeksOf(data.buckets, figureOf.key) : withRecords(data.buckets))
  const points = besideBase(
    bucketsOf(shown.data).map((bucket) => {
      const point = pointOf(bucket, tools)
      if (cut === 'month' || cut === 'week')
        return withPart(point, partOf(cut, bucket.key, now), (days) => words.part[cut](format.number(days)))
      return withHoliday(point, by === 'day' ? special(bucket.key) : undefined, words.dayOff)
    }),
    before.data?.by === by ? bucketsOf(before.data).map((bucket) => pointOf(bucket, tools)) : [],
  )
  return (
    <Plot
      kind={by === 'day' || (by === 'month' && points.length > 3) ? 'line' : 'columns'}
      words={{
        label: `${definition.title[language]}: ${figureOf[language]}`,
        name: figureOf[language],
        baseName: `${words.bases[search.base]} (${said(base)})`,
        pointName: cut === 'week' ? words.week : words.bucketings[by],
      }}
      axis={axisOf(figureOf, format)}
      points={points}
    />
  )
}

/** The bucket of records without a value is told of in words, unless there are such records. */
const withRecords = (buckets: readonly Bucket[]): Bucket[] => buckets.filter(({ key, count }) => key !== 'none' || count > 0)

/** A number per day or month says nothing of a single day or month: there the number itself is drawn. */
const countFigure = ({ figures }: IndicatorDefinition, figure: FigureDefinition): FigureDefinition =>
  figures.find(({ value, measure }) => value === figure.value && measure === 'sum') ?? figure

function withPart<T extends { note?: string | undefined }>(point: T, days: number | undefined, say: (days: number) => string) {
  if (days === undefined) return point
  return { ...point, isSmall: true, note: [say(days), point.note].filter(Boolean).join(' · ') }
}

function withHoliday<T extends { note?: string | undefined }>(point: T, day: { name: string; isOff: boolean } | undefined, dayOff: string) {
  if (!day) return point
  const note = [day.name || (day.isOff && dayOff), point.note].filter(Boolean).join(' · ')
  return { ...point, isMarked: day.isOff, note: note || undefined }
}
