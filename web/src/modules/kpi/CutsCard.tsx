import { daysBetween } from '@parvandeh/contract/persian'
import { useState } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { Card } from '../../ui/Card.tsx'
import { Select } from '../../ui/Select.tsx'
import type { IndicatorDefinition } from './figure-words.ts'
import { GroupBars } from './GroupBars.tsx'
import { type Cut, type KpiSearch, usualBucketing } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { TrendChart } from './TrendChart.tsx'
import { useComparedDays } from './use-compared.ts'

const elsewhere: readonly Cut[] = ['none', 'weekday-hour', 'band']
const overTime: readonly Cut[] = ['day', 'week', 'month', 'month-part', 'weekday', 'hour']

/** Any figure of an indicator, cut any way it can be cut. */
export function CutsCard({ definition, search }: { definition: IndicatorDefinition; search: KpiSearch }) {
  const words = useKpiWords()
  const language = useLanguage()
  const { now } = useComparedDays(search, search.base)
  const [chosenCut, chooseCut] = useState<Cut | null>(null)
  const [chosenFigure, chooseFigure] = useState(definition.main)
  const figures = definition.figures.filter(({ value }) => value !== null)
  const figure = figures.find(({ key }) => key === chosenFigure) ?? figures[0]
  const addsUp = figure?.measure === 'sum' || figure?.per === 'day'
  const offered = definition.bucketings
    .filter((one) => !elsewhere.includes(one))
    .flatMap((one): Cut[] => (one === 'day' && addsUp ? ['day', 'week'] : [one]))
  const by =
    (chosenCut && offered.includes(chosenCut) ? chosenCut : null) ??
    usualBucketing(definition.bucketings, daysBetween(now.from, now.to), addsUp ? definition.unit : '')
  if (!figure) return null
  return (
    <Card
      title={words.trend}
      actions={
        <>
          <Select
            label={words.shown}
            hideLabel
            className="w-64! max-w-full"
            options={figures.map((one) => ({ id: one.key, label: one[language] }))}
            value={figure.key}
            onChange={chooseFigure}
          />
          <Select
            label={words.by}
            hideLabel
            className="w-44!"
            options={offered.map((id) => ({ id, label: id === 'week' ? words.week : words.bucketings[id] }))}
            value={by}
            onChange={chooseCut}
          />
        </>
      }
    >
      {overTime.includes(by) ? (
        <TrendChart definition={definition} figure={figure} by={by} search={search} />
      ) : (
        by !== 'week' && <GroupBars definition={definition} figure={figure} by={by} search={search} />
      )}
    </Card>
  )
}
