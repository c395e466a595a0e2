import {
  addDays,
  daysBetween,
  fromJalali,
  jalaliMonthLength,
  jalaliMonthNames,
  jalaliPeriod,
  toJalali,
  weekdayOf,
} from '@parvandeh/contract/persian'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { useHolidays } from '../../persian/holidays.ts'
import { Card } from '../../ui/Card.tsx'
import { YearHeat } from '../../ui/chart/YearHeat.tsx'
import { daysOf } from '../../ui/date/periods.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { axisOf, pointOf } from './chart-points.ts'
import type { IndicatorDefinition } from './figure-words.ts'
import { type KpiSearch, recordsHref } from './kpi-search.ts'
import { narrowWeekdays } from '../../persian/weekdays.ts'
import { useKpiWords } from './messages.ts'
import { useIndicator } from './use-compared.ts'
import { useBucketLabel } from './use-label.ts'
import { type Drawn, useDrawn } from './use-drawn.ts'

/** A Jalali year day by day, with its holidays: requests, or the median wait or service time; each day opens its records. */
export function YearCard({ definitions, search }: { definitions: readonly IndicatorDefinition[]; search: KpiSearch }) {
  const words = useKpiWords()
  const format = useFormat()
  const offered = useDrawn(definitions, 'day')
  const [key, choose] = useState(offered[0]?.key ?? '')
  // The year in which the period ends, which its reader has in mind.
  const last = addDays(daysOf(search.period, format.today()).to, -1)
  const [turned, turn] = useState({ by: 0, from: last })
  const year = toJalali(last).jy + (turned.from === last ? turned.by : 0)
  const drawn = offered.find((one) => one.key === key) ?? offered[0]
  if (!drawn) return null
  const step = (by: number) => turn({ by: year + by - toJalali(last).jy, from: last })
  return (
    <Card
      title={
        <span className="inline-flex items-center gap-1 whitespace-nowrap">
          {words.year}
          <IconButton
            size="small"
            className="print:hidden"
            label={words.previousYear}
            icon={<ChevronLeft size={16} className="turns" />}
            onPress={() => step(-1)}
          />
          {format.digits(year)}
          <IconButton
            size="small"
            className="print:hidden"
            label={words.nextYear}
            icon={<ChevronLeft size={16} className="turns rotate-180" />}
            isDisabled={year >= toJalali(format.today()).jy}
            onPress={() => step(1)}
          />
        </span>
      }
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
      <Year drawn={drawn} year={year} search={search} />
    </Card>
  )
}

function Year({ drawn: { definition, figure, label }, year, search }: { drawn: Drawn; year: number; search: KpiSearch }) {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const labelOf = useBucketLabel(definition)
  const days = jalaliPeriod(year)
  const { special } = useHolidays(days.from, days.to)
  const { data } = useIndicator(definition, search, { days, by: 'day', value: figure.value ?? undefined })
  if (!data) return <SkeletonLines lines={8} />
  const drawnFigure = figure.per === 'record' ? figure : (definition.figures.find(({ measure }) => measure === 'sum') ?? figure)
  const tools = {
    words,
    format,
    figure: drawnFigure,
    label: (key: string) => labelOf('day', key),
    tick: (key: string) => format.number(toJalali(key).jd),
    href: (key: string) => recordsHref(definition.key, { ...search, period: `${days.from}..${days.to}` }, 'day', key),
  }
  const dayPoint = (day: string) => {
    const bucket = data.buckets[daysBetween(days.from, day)]
    const point = pointOf(bucket?.key === day ? bucket : { key: day, count: 0, notRecorded: 0, notYet: 0, figures: {} }, tools)
    const found = special(day)
    const isToCome = day > format.today()
    return {
      ...point,
      ...(isToCome && { value: null, written: words.toCome }),
      isMarked: found?.isOff,
      note: [found?.name || (found?.isOff && words.dayOff), point.note].filter(Boolean).join(' · ') || undefined,
    }
  }
  const months = Array.from({ length: 12 }, (_, index) => {
    const first = fromJalali(year, index + 1, 1)
    return {
      key: String(index),
      name: jalaliMonthNames[language][index] ?? '',
      before: weekdayOf(first),
      days: Array.from({ length: jalaliMonthLength(year, index + 1) }, (_unused, day) => dayPoint(addDays(first, day))),
    }
  })
  return (
    <YearHeat
      words={{
        label: `${words.year} ${format.digits(year)}: ${label}`,
        name: label,
        pointName: words.bucketings.day,
        markName: words.dayOff,
      }}
      months={months}
      weekdays={narrowWeekdays[language]}
      write={axisOf(drawnFigure, format).write}
    />
  )
}
