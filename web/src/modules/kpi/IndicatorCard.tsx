import { kpiRoutes } from '@parvandeh/contract'
import { daysBetween } from '@parvandeh/contract/persian'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api/query.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useFormat } from '../../persian/format.ts'
import { Card } from '../../ui/Card.tsx'
import { daysOf } from '../../ui/date/periods.ts'
import { Select } from '../../ui/Select.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { BucketBars } from './BucketBars.tsx'
import { FigureTable } from './FigureTable.tsx'
import { type IndicatorDefinition, sortFigures } from './figure-words.ts'
import { HowCounted } from './HowCounted.tsx'
import { type Bucketing, filtersOf, type KpiSearch, usualBucketing } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { SingleFigures } from './SingleFigures.tsx'

interface IndicatorCardProps {
  definition: IndicatorDefinition
  search: KpiSearch
}

/** One indicator: figures with what they rest on, what is missing and why, and a cut that opens bar by bar. */
export function IndicatorCard({ definition, search }: IndicatorCardProps) {
  const words = useKpiWords()
  const language = useLanguage()
  const format = useFormat()
  const days = daysOf(search.period, format.today())
  const [chosen, choose] = useState<Bucketing | null>(null)
  const by = chosen ?? usualBucketing(definition.key, definition.bucketings, daysBetween(days.from, days.to))
  const asked = { params: { indicator: definition.key }, query: { ...days, ...filtersOf(search), by } }
  const { data, error, refetch } = useQuery({ ...query(kpiRoutes.show, asked), placeholderData: (before) => before })
  const figures = sortFigures(definition, language)
  return (
    <Card
      title={definition.title[language]}
      actions={
        <Select
          label={words.by}
          hideLabel
          className="w-32!"
          options={definition.bucketings.map((one) => ({ id: one, label: words.bucketings[one] }))}
          value={by}
          onChange={choose}
        />
      }
    >
      <div className="flex min-w-0 flex-col gap-3">
        <HowCounted text={definition.definition[language]} />
        {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines lines={5} />}
        {data && data.whole.count === 0 && (
          <EmptyState compact title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        )}
        {data && data.whole.count > 0 && (
          <>
            <SingleFigures definition={definition} figures={figures.single} whole={data.whole} search={search} />
            <FigureTable rows={figures.spreads} whole={data.whole} />
            <Basis whole={data.whole} />
            {data.by !== 'none' && <BucketBars definition={definition} data={data} search={search} />}
          </>
        )}
        {figures.unmeasured.length > 0 && (
          <p className="text-small text-faint">
            {words.notMeasuredYet} {figures.unmeasured.map((figure) => figure[language]).join(language === 'fa' ? '، ' : ', ')}
          </p>
        )}
      </div>
    </Card>
  )
}

function Basis({ whole }: { whole: { count: number; notRecorded: number; notYet: number } }) {
  const words = useKpiWords()
  const format = useFormat()
  const said = [
    words.basis(format.number(whole.count)),
    ...(whole.notRecorded > 0 ? [words.notRecorded(format.number(whole.notRecorded))] : []),
    ...(whole.notYet > 0 ? [words.notYet(format.number(whole.notYet))] : []),
  ]
  return <p className="text-small text-muted">{said.join(' · ')}</p>
}
