import { daysBetween } from '@parvandeh/contract/persian'
import { useState } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { Card } from '../../ui/Card.tsx'
import { Select } from '../../ui/Select.tsx'
import type { IndicatorDefinition } from './figure-words.ts'
import { GroupBars } from './GroupBars.tsx'
import { type Bucketing, type KpiSearch, usualBucketing } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { TrendChart } from './TrendChart.tsx'
import { useComparedDays } from './use-compared.ts'

const elsewhere: readonly Bucketing[] = ['none', 'weekday-hour', 'band']
const overTime: readonly Bucketing[] = ['day', 'month', 'month-part', 'weekday', 'hour']

/** Any figure of an indicator, cut any way it can be cut. */
export function CutsCard({ definition, search }: { definition: IndicatorDefinition; search: KpiSearch }) {
  const words = useKpiWords()
  const language = useLanguage()
  const { now } = useComparedDays(search, search.base)
  const [chosenCut, chooseCut] = useState<Bucketing | null>(null)
  const [chosenFigure, chooseFigure] = useState(definition.main)
  const figures = definition.figures.filter(({ value }) => value !== null)
  const figure = figures.find(({ key }) => key === chosenFigure) ?? figures[0]
  const by = chosenCut ?? usualBucketing(definition.bucketings, daysBetween(now.from, now.to), definition.unit)
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
            options={definition.bucketings.filter((one) => !elsewhere.includes(one)).map((id) => ({ id, label: words.bucketings[id] }))}
            value={by}
            onChange={chooseCut}
          />
        </>
      }
    >
      {overTime.includes(by) ? (
        <TrendChart definition={definition} figure={figure} by={by} search={search} />
      ) : (
        <GroupBars definition={definition} figure={figure} by={by} search={search} />
      )}
    </Card>
  )
}
