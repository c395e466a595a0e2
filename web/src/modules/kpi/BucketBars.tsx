import { useState } from 'react'
import { useDirectory } from '../../api/directory.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { Bars } from '../../ui/Bars.tsx'
import { Select } from '../../ui/Select.tsx'
import { bucketLabel, type Indicator, type IndicatorDefinition, saidFigure } from './figure-words.ts'
import { type KpiSearch, recordsHref } from './kpi-search.ts'
import { useCatalogue } from './KpiFilters.tsx'
import { useKpiWords } from './messages.ts'

interface BucketBarsProps {
  definition: IndicatorDefinition
  data: Indicator
  search: KpiSearch
}

/** One figure cut by time, person or topic; each bar opens into its own records. */
export function BucketBars({ definition, data, search }: BucketBarsProps) {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const { personName } = useDirectory()
  const { topics } = useCatalogue()
  const offered = definition.figures.filter((figure) => figure.value !== null && data.buckets.some((bucket) => bucket.figures[figure.key]))
  const [chosen, choose] = useState<string | null>(null)
  // The middle one says more of durations than their mean, which the tail draws up.
  const usual = offered.find((figure) => figure.unit === 'seconds' && figure.measure === 'median') ?? offered[0]
  const figure = offered.find(({ key }) => key === chosen) ?? usual
  if (!figure) return null
  const names = { personName, topicName: (id: string) => topics.find((topic) => topic.id === id)?.name }
  const bars = data.buckets.map((bucket) => {
    const said = saidFigure(bucket, figure, words, format)
    return {
      key: bucket.key,
      label: bucketLabel(data.by, bucket.key, { words, format, names }),
      value: bucket.figures[figure.key]?.value ?? null,
      written: said.text,
      ...(bucket.count > 0 && { href: recordsHref(definition.key, search, data.by, bucket.key) }),
    }
  })
  const isTime = data.by === 'day' || data.by === 'month' || data.by === 'hour'
  return (
    <div className="flex min-w-0 flex-col gap-2 border-t border-line pt-3">
      {offered.length > 1 && (
        <Select
          label={words.shown}
          hideLabel
          className="w-full! sm:w-72!"
          options={offered.map((one) => ({ id: one.key, label: one[language] }))}
          value={figure.key}
          onChange={choose}
        />
      )}
      <Bars label={`${definition.title[language]}: ${figure[language]}`} bars={bars} layout={isTime ? 'standing' : 'lying'} />
      {data.more && <p className="text-small text-faint">{words.moreBuckets}</p>}
    </div>
  )
}
