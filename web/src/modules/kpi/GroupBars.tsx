import { useFormat } from '../../persian/format.ts'
import { Bars } from '../../ui/Bars.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { fewValues } from './chart-points.ts'
import { type FigureDefinition, type IndicatorDefinition, saidFigure } from './figure-words.ts'
import { type Bucketing, type KpiSearch, recordsHref } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { useComparedDays, useIndicator } from './use-compared.ts'
import { useBucketLabel } from './use-label.ts'

interface GroupBarsProps {
  definition: IndicatorDefinition
  figure: FigureDefinition
  by: Bucketing
  search: KpiSearch
}

/** So many of the fullest groups are drawn; the rest are in the records. */
const mostBars = 15

/** A figure cut by whose or of what kind, with how many records each bar rests on; each opens its own. */
export function GroupBars({ definition, figure, by, search }: GroupBarsProps) {
  const words = useKpiWords()
  const format = useFormat()
  const label = useBucketLabel(definition)
  const { now } = useComparedDays(search, search.base)
  const { data } = useIndicator(definition, search, { days: now, by, value: figure.value ?? undefined })
  if (!data) return <SkeletonLines lines={5} />
  const bars = data.buckets.slice(0, mostBars).map((bucket) => {
    const found = bucket.figures[figure.key]
    const count = found?.count ?? bucket.count
    const isFew = figure.measure !== 'sum' && count < fewValues
    const said = saidFigure(bucket, figure, words, format).text
    return {
      key: bucket.key,
      label: label(by, bucket.key),
      value: found?.value ?? null,
      written:
        figure.measure === 'sum'
          ? said
          : words.overThis(said, isFew ? `${format.number(count)}، ${words.fewRecords}` : format.number(count)),
      ...(bucket.count > 0 && { href: recordsHref(definition.key, search, by, bucket.key) }),
    }
  })
  return (
    <>
      <Bars label={`${definition.title[format.language]}: ${words.bucketings[by]}`} bars={bars} />
      {(data.more || data.buckets.length > mostBars) && <p className="text-small text-faint">{words.moreBuckets}</p>}
    </>
  )
}
