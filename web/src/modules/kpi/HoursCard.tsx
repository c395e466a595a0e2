import { weekdayNames } from '@parvandeh/contract/persian'
import { useState } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { Card } from '../../ui/Card.tsx'
import { HeatMap } from '../../ui/chart/HeatMap.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { axisOf, pointOf } from './chart-points.ts'
import { type IndicatorDefinition, writeFigure } from './figure-words.ts'
import { type KpiSearch, recordsHref } from './kpi-search.ts'
import { narrowWeekdays } from '../../persian/weekdays.ts'
import { useKpiWords } from './messages.ts'
import { useComparedDays, useIndicator } from './use-compared.ts'
import { useBucketLabel } from './use-label.ts'
import { type Drawn, useDrawn } from './use-drawn.ts'

/** How much falls into each hour of the week: requests, or the median wait or service time; each cell opens its records. */
export function HoursCard({ definitions, search }: { definitions: readonly IndicatorDefinition[]; search: KpiSearch }) {
  const words = useKpiWords()
  const offered = useDrawn(definitions, 'weekday-hour')
  const [key, choose] = useState(offered[0]?.key ?? '')
  const drawn = offered.find((one) => one.key === key) ?? offered[0]
  if (!drawn) return null
  return (
    <Card
      title={<span className="whitespace-nowrap">{words.hours}</span>}
      className="break-inside-avoid"
      actions={
        offered.length > 1 && (
          <div className="min-w-0 print:hidden">
            <Segmented
              label={words.shown}
              value={drawn.key}
              onChange={choose}
              options={offered.map(({ key: id, label }) => ({ id, label }))}
            />
          </div>
        )
      }
    >
      <Hours drawn={drawn} search={search} />
    </Card>
  )
}

function Hours({ drawn: { definition, figure, label }, search }: { drawn: Drawn; search: KpiSearch }) {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const labelOf = useBucketLabel(definition)
  const { now } = useComparedDays(search, search.base)
  const { data } = useIndicator(definition, search, { days: now, by: 'weekday-hour', value: figure.value ?? undefined })
  if (!data) return <SkeletonLines lines={7} />
  const axis = axisOf(figure, format)
  const tools = {
    words,
    format,
    figure,
    label: (key: string) => labelOf('weekday-hour', key),
    tick: () => '',
    href: (key: string) => recordsHref(definition.key, search, 'weekday-hour', key),
  }
  const byKey = new Map(data.buckets.map((bucket) => [bucket.key, bucket]))
  const weekdays = [...new Set(data.buckets.map(({ key }) => key.split('-')[0] ?? ''))]
  return (
    <HeatMap
      words={{ label: `${words.hours}: ${label}`, name: label, pointName: words.bucketings['weekday-hour'] }}
      rows={weekdays.map((key) => ({
        key,
        label: weekdayNames[language][Number(key)] ?? key,
        short: narrowWeekdays[language][Number(key)] ?? key,
      }))}
      columns={Array.from({ length: 24 }, (_, hour) => ({ key: String(hour), label: format.digits(hour), short: format.digits(hour) }))}
      cell={(weekday, hour) => {
        const key = `${weekday}-${hour}`
        const bucket = byKey.get(key) ?? { key, count: 0, notRecorded: 0, notYet: 0, figures: {} }
        const point = pointOf(bucket, tools)
        return { ...point, tick: figure.unit === 'seconds' || point.value === null ? '' : writeFigure(point.value, figure.unit, format) }
      }}
      write={axis.write}
    />
  )
}
