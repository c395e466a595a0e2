import { useState } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { Card } from '../../ui/Card.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { type Contribution, explainCount, explainMean, type GroupFigure, restKey, wholeOf } from './change.rules.ts'
import { ContributionTable } from './ContributionTable.tsx'
import { type FigureDefinition, type Indicator, type IndicatorDefinition, saidChange, writeFigure } from './figure-words.ts'
import type { Bucketing, KpiSearch } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { useComparedDays, useDaysSaid, useIndicator } from './use-compared.ts'
import { useBucketLabel } from './use-label.ts'

const groupings = ['topic', 'unit', 'person', 'product', 'channel'] as const satisfies readonly Bucketing[]

/** What each group brings to the change against the base: exactly, since the parts add up to it. */
export function ChangeCard({ definition, search }: { definition: IndicatorDefinition; search: KpiSearch }) {
  const words = useKpiWords()
  const [by, choose] = useState<(typeof groupings)[number]>('topic')
  const figure = definition.figures.find(({ key }) => key === definition.explained)
  const offered = groupings.filter((one) => definition.bucketings.includes(one))
  if (!figure) return null
  return (
    <Card
      title={<span className="whitespace-nowrap">{words.why}</span>}
      actions={
        <Segmented label={words.by} value={by} onChange={choose} options={offered.map((id) => ({ id, label: words.bucketings[id] }))} />
      }
    >
      <Explanation definition={definition} figure={figure} by={by} search={search} />
    </Card>
  )
}

interface ExplanationProps {
  definition: IndicatorDefinition
  figure: FigureDefinition
  by: Bucketing
  search: KpiSearch
}

function Explanation({ definition, figure, by, search }: ExplanationProps) {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const label = useBucketLabel(definition)
  const said = useDaysSaid()
  const days = useComparedDays(search, search.base)
  const value = figure.value ?? undefined
  const now = useIndicator(definition, search, { days: days.now, by, value })
  const before = useIndicator(definition, search, { days: days.base, by, value })
  if (!now.data || !before.data) return <SkeletonLines lines={6} />
  const isCount = figure.measure === 'sum'
  const [groupsNow, groupsBefore] = [groupsOf(now.data, figure), groupsOf(before.data, figure)]
  const found = isCount ? explainCount(groupsNow, groupsBefore) : explainMean(groupsNow, groupsBefore)
  const baseSaid = `${words.bases[search.base]} (${said(days.base)})`
  if (!found || wholeOf(groupsBefore).count === 0) {
    return (
      <p className="text-small text-muted">
        {words.noBase(words.bases[search.base], said(days.base))} {words.unexplained}
      </p>
    )
  }
  const write = (one: number) => writeFigure(one, figure.unit, format)
  const [wholeNow, wholeBefore] = [wholeOf(groupsNow), wholeOf(groupsBefore)]
  const [to, from] = isCount ? [wholeNow.count, wholeBefore.count] : [wholeNow.mean ?? 0, wholeBefore.mean ?? 0]
  const partOf = (part: (group: Contribution) => number) =>
    saidChange(
      found.groups.reduce((sum, group) => sum + part(group), 0),
      figure,
      words,
      format,
    )
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p>
        {words.changed(figure[language], write(from), write(to), saidChange(found.change, figure, words, format))}{' '}
        <span className="text-muted">{words.thanBase(words.bases[search.base], said(days.base))}</span>
      </p>
      <p className="text-small text-muted">{isCount ? words.whyCount : words.whyMean}</p>
      {!isCount && (
        <p className="text-small text-muted">
          {words.mixTotal(
            partOf(({ mix }) => mix),
            partOf(({ rate }) => rate),
          )}
        </p>
      )}
      <ContributionTable
        definition={definition}
        figure={figure}
        groups={found.groups}
        by={by}
        search={search}
        periods={{ now: days.now, before: days.base, beforeName: baseSaid }}
        label={(key) => (key === restKey ? words.rest : label(by, key))}
      />
    </div>
  )
}

/** The groups of a period; those beyond what the server shows are taken together, so that nothing is lost. */
function groupsOf({ buckets, whole, more }: Indicator, { key, measure }: FigureDefinition): Map<string, GroupFigure> {
  const figureOf = ({ figures }: Indicator['whole']): GroupFigure => {
    const found = figures[key]
    return measure === 'sum' ? { count: found?.value ?? 0, mean: 1 } : { count: found?.count ?? 0, mean: found?.value ?? null }
  }
  const groups = new Map(buckets.map((bucket) => [bucket.key, figureOf(bucket)]))
  if (!more) return groups
  const [all, shown] = [figureOf(whole), wholeOf(groups)]
  const count = all.count - shown.count
  if (count > 0) groups.set(restKey, { count, mean: (all.count * (all.mean ?? 0) - shown.count * (shown.mean ?? 0)) / count })
  return groups
}
