import { useState } from 'react'
import { useFormat } from '../../persian/format.ts'
import { Bars } from '../../ui/Bars.tsx'
import { Card } from '../../ui/Card.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import type { IndicatorDefinition } from './figure-words.ts'
import { HowCounted } from './HowCounted.tsx'
import { type KpiSearch, recordsHref } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { useComparedDays, useIndicator } from './use-compared.ts'
import { useBucketLabel } from './use-label.ts'

const cuts = ['state', 'unit', 'person'] as const
const most = 15

interface PartsCardProps {
  /** The indicator whose figure is cut into parts, and the one that is its parts. */
  whole: IndicatorDefinition
  parts: IndicatorDefinition
  search: KpiSearch
}

/** Where the mean service time goes: by state, by unit and by whoever had the request; the bars add up to the mean. */
export function PartsCard({ whole, parts, search }: PartsCardProps) {
  const words = useKpiWords()
  const format = useFormat()
  const [by, choose] = useState<(typeof cuts)[number]>('state')
  const label = useBucketLabel(parts)
  const { now } = useComparedDays(search, search.base)
  const { data } = useIndicator(parts, search, { days: now, by, value: parts.main })
  const all = useIndicator(whole, search, { days: now, by: 'none', value: 'serviceElapsed' }).data?.whole.figures['serviceElapsed.mean']
  const sum = data?.whole.figures[parts.main]?.value ?? 0
  const bars = (data?.buckets ?? []).slice(0, most).map(({ key, count, figures }) => {
    const seconds = figures[parts.main]?.value ?? 0
    const mean = all && all.count > 0 ? seconds / all.count : 0
    return {
      key,
      label: label(by, key),
      value: mean,
      written: words.overThis(format.duration(mean), words.ofAll(format.percent(sum > 0 ? seconds / sum : 0))),
      ...(count > 0 && { href: recordsHref(parts.key, search, by, key) }),
    }
  })
  return (
    <Card
      title={<span className="whitespace-nowrap">{words.partsTitle}</span>}
      actions={
        <Segmented label={words.by} value={by} onChange={choose} options={cuts.map((id) => ({ id, label: words.bucketings[id] }))} />
      }
    >
      <div className="flex min-w-0 flex-col gap-3">
        {!data && <SkeletonLines lines={5} />}
        {all?.value != null && (
          <p className="text-small text-muted">{words.partsHint(format.duration(all.value), format.number(all.count))}</p>
        )}
        <Bars label={words.partsTitle} bars={bars.toSorted((a, b) => b.value - a.value)} />
        <HowCounted text={parts.definition[format.language]} />
      </div>
    </Card>
  )
}
