import { jalaliMonthNames } from '@parvandeh/contract/persian'
import type { Formats } from '../../persian/format.ts'
import type { ScaleUnit } from '../../ui/chart/scale.rules.ts'
import type { ChartPoint } from '../../ui/chart/chart.types.ts'
import { type Bucket, type FigureDefinition, figureOf, saidFigure, writeFigure } from './figure-words.ts'
import type { Bucketing } from './kpi-search.ts'
import type { useKpiWords } from './messages.ts'

/** Below so many values a median or a mean says little. */
export const fewValues = 10

interface PointTools {
  words: ReturnType<typeof useKpiWords>
  format: Formats
  figure: FigureDefinition
  label: (key: string) => string
  tick: (key: string) => string
  href: (key: string) => string | undefined
}

/** A bucket as a point of a chart: its figure or why there is none, how sure it is, and the way to its records. */
export function pointOf(bucket: Bucket, tools: PointTools): ChartPoint {
  const { words, format, figure, label, tick, href } = tools
  const found = figureOf(bucket, figure)
  const isFew = figure.measure !== 'sum' && figure.per === 'record' && found?.value != null && found.count < fewValues
  const { interval } = found ?? {}
  return {
    key: bucket.key,
    label: label(bucket.key),
    tick: tick(bucket.key),
    value: found?.value ?? null,
    written: saidFigure(bucket, figure, words, format).text,
    href: bucket.count > 0 ? href(bucket.key) : undefined,
    interval: interval
      ? {
          ...interval,
          written: words.between(writeFigure(interval.low, figure.unit, format), writeFigure(interval.high, figure.unit, format)),
        }
      : undefined,
    isSmall: isFew,
    note: isFew ? words.small(format.number(found.count)) : undefined,
  }
}

/** The short name of a bucket of time, for under an axis. */
export function tickOf(by: Bucketing, key: string, format: Formats, label: (key: string) => string): string {
  if (by === 'day') return format.day(key, 'day-month')
  if (by === 'hour') return format.digits(key)
  if (by === 'month') return jalaliMonthNames[format.language][Number(key.split('-')[1]) - 1] ?? key
  return label(key)
}

/** Puts the buckets of another period beside those of this one, the first beside the first. */
export function besideBase(points: ChartPoint[], base: readonly ChartPoint[]): ChartPoint[] {
  return points.map((point, index) => {
    const other = base[index]
    return other ? { ...point, base: { value: other.value, written: other.written, label: other.label } } : point
  })
}

/** How an axis counts a figure, and how it writes it. */
export function axisOf({ unit, measure, per }: FigureDefinition, format: Formats): { unit: ScaleUnit; write: (value: number) => string } {
  if (unit === 'seconds') return { unit: 'seconds', write: (value) => (value === 0 ? format.number(0) : format.duration(value)) }
  if (unit === 'share') return { unit: 'share', write: (value) => format.percent(value) }
  return { unit: measure === 'sum' && per === 'record' ? 'count' : 'number', write: (value) => writeFigure(value, unit, format) }
}
